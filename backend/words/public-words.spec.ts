import { describe, expect, it } from '@jest/globals';
import { ar } from './ar.js';
import { fr } from './fr.js';
import { pt } from './pt.js';
import { publicFr } from './public.fr.js';
import { uk } from './uk.js';

const french: Record<string, string> = { ...fr, ...publicFr };
const gaps = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g) ?? [])].sort();
const alphabet = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u, pt: /\p{Script=Latin}/u };

describe.each(Object.entries({ ar, uk, pt }))('what the public reads in %s', (language, words) => {
  const sentences = Object.entries(words);

  it('is all that it may read', () => {
    const met = /^(public|mail\.(acknowledgement|answer|greeting|automatic|closing|news|survey))\b/;
    const missing = Object.keys(french).filter((key) => met.test(key) && !(key in words));
    expect(missing).toEqual([]);
  });

  it('is written in its own letters, each sentence with the facts of the French one', () => {
    const letters = alphabet[language as keyof typeof alphabet];
    // What is made of facts alone, or of an example, has no letters of its own.
    const foreign = sentences.filter(([, sentence]) => {
      const own = sentence.replace(/\{\{\w+\}\}/g, '');
      return /\p{L}/u.test(own) && !letters.test(own);
    });
    expect(foreign).toEqual([]);
    for (const [key, sentence] of sentences) {
      expect([key, gaps(sentence)]).toEqual([key, gaps(french[key] ?? '')]);
    }
  });
});
