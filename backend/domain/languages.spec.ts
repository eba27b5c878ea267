import { describe, expect, it } from '@jest/globals';
import { dayInWords, spoken } from './languages.js';

describe('a day in words', () => {
  const full = { dateStyle: 'full', timeZone: 'UTC' } as const;

  it.each([
    ['2026-11-01', 'dimanche 1er novembre 2026'],
    ['2026-11-11', 'mercredi 11 novembre 2026'],
    ['2026-11-21', 'samedi 21 novembre 2026'],
  ])('has its first of the month in French: %s', (day, words) => {
    expect(dayInWords(spoken.fr.locale, new Date(day), full)).toBe(words);
  });

  it('has none in other languages', () => {
    expect(dayInWords(spoken.en.locale, new Date('2026-11-01'), full)).toMatch(/ 1 November 2026$/);
  });

  it('keeps in Arabic the digits of what stands beside it', () => {
    expect(dayInWords(spoken.ar.locale, new Date('2026-11-21'), full)).toMatch(/ 21 .* 2026$/);
  });
});
