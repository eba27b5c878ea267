/** Something the person who starts the program can mend: its message is a whole sentence, shown without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}
