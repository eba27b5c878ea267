/** Something that whoever typed the command can mend: its message is a whole sentence. */
export class CommandError extends Error {}
