import { describe, expect, it } from '@jest/globals';
import { csvOf, defuse, rearm } from './csv-sheet.js';

describe('a CSV cell', () => {
  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '\na', '＝1', '＋1', '－1', '＠a'])(
    'that a spreadsheet would run is told as text: %j',
    (text) => {
      expect(defuse(text)).toBe(`'${text}`);
      expect(rearm(defuse(text))).toBe(text);
    },
  );

  it.each(['a=1', ' =1', '', '1', 'é', `'a`, `l'été`])('is left as it is: %j', (text) => {
    expect(defuse(text)).toBe(text);
    expect(rearm(text)).toBe(text);
  });
});

it('a CSV is what a French Excel opens', async () => {
  const columns = [
    { title: 'Texte', cell: ([text = '']: (string | null)[]) => text },
    { title: 'Part', kind: 'share' as const, cell: () => 0.5 },
    { title: 'Nombre', cell: () => -1.5 },
  ];
  const rows = [[['a;"b"'], [null]], [['c\nd']]];
  const parts = await csvOf({ name: 'x', columns, rows, cut: '' });
  expect(Buffer.concat(parts).toString()).toBe(
    '\uFEFF"Texte";"Part";"Nombre"\r\n' +
      '"a;""b""";"50,0 %";-1,5\r\n;"50,0 %";-1,5\r\n"c\nd";"50,0 %";-1,5\r\n',
  );
});
