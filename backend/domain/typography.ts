const narrow = '\u202f';
const wide = '\u00a0';

/**
 * French spaces before « ; : ! ? % » and inside guillemets must not break; writing them by hand in
 * every sentence would be forgotten.
 */
export function typesetSentence(sentence: string): string {
  return sentence
    .replace(/ ([;!?%])/g, `${narrow}$1`)
    .replace(/ :/g, `${wide}:`)
    .replace(/« /g, `«${wide}`)
    .replace(/ »/g, `${wide}»`)
    .replace(/'/g, '’');
}
