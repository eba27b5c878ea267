import type { Dictionary } from './words';

const narrow = '\u202f';
const wide = '\u00a0';

/**
 * French spaces before « ; : ! ? % » and inside guillemets must not break, and French has a plural
 * of its own for whole millions. Writing either by hand in every sentence would be forgotten.
 */
export function typeset(words: Dictionary): Dictionary {
  const set: Dictionary = {};
  for (const [key, value] of Object.entries(words)) {
    set[key] = typeof value === 'string' ? typesetSentence(value) : typeset(value);
    const many = key.replace(/_other$/, '_many');
    if (many !== key) set[many] = set[key];
  }
  return set;
}

export function typesetSentence(sentence: string): string {
  return sentence
    .replace(/ ([;!?%])/g, `${narrow}$1`)
    .replace(/ :/g, `${wide}:`)
    .replace(/« /g, `«${wide}`)
    .replace(/ »/g, `${wide}»`)
    .replace(/'/g, '’');
}
