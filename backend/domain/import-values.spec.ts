import { describe, expect, it } from '@jest/globals';
import { codeOf, codes, dayOf, type CodedField } from './import-values.js';
import { words as english } from './words.en.js';
import { words as french } from './words.fr.js';

describe('a word of a file', () => {
  const spoken = (Object.keys(codes) as CodedField[]).flatMap((field) =>
    codes[field].flatMap((code) =>
      [french, english].map((words): [CodedField, string, string] => [
        field,
        (words[field] as Record<string, string>)[code] ?? '',
        code,
      ]),
    ),
  );

  it.each(spoken)(
    'means what our own pages and exports say with it: %s, %s',
    (field, word, code) => {
      expect(codeOf(field, ` ${word.toUpperCase()} `)).toBe(code);
    },
  );

  it.each<[CodedField, string, string | undefined]>([
    ['kind', 'Négatif', 'complaint'],
    ['kind', 'événement indésirable', 'anomaly'],
    ['channel', 'Tél', 'phone'],
    ['channel', 'CVS', 'meeting'],
    ['reporter', 'Famille', 'relative'],
    ['severity', 'Majeure', '3'],
    ['severity', '5', undefined],
    ['channel', 'Mail', 'email'],
    ['kind', 'bof', undefined],
    ['kind', 'constructor', undefined],
  ])('%s: %s is %s', (field, word, code) => {
    expect(codeOf(field, word)).toBe(code);
  });
});

describe('a day of a file', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-2-9T10:00:00Z', '2024-02-09'],
    ['29/02/2024', '2024-02-29'],
    ['1/2/24', '2024-02-01'],
    ['01.02.2024 10:30', '2024-02-01'],
    ['24 novembre 2026', '2026-11-24'],
    ['Mardi 1er AOÛT 2023', '2023-08-01'],
  ])('%s is %s', (text, day) => expect(dayOf(text)).toBe(day));

  it.each([
    '',
    'hier',
    '31/02/2024',
    '2023-02-29',
    '45000',
    '12/2024',
    '0000-01-01',
    '32 mai 2024',
  ])('%s is none', (text) => expect(dayOf(text)).toBeUndefined());
});
