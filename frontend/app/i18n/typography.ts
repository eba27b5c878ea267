import { typesetSentence } from '../../../backend/domain/typography';
import type { Dictionary } from './words';

/** Typesets every sentence; French has besides a plural of its own for whole millions. */
export function typeset(words: Dictionary): Dictionary {
  const set: Dictionary = {};
  for (const [key, value] of Object.entries(words)) {
    set[key] = typeof value === 'string' ? typesetSentence(value) : typeset(value);
    const many = key.replace(/_other$/, '_many');
    if (many !== key) set[many] = set[key];
  }
  return set;
}
