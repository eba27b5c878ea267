import { describe, expect, it } from '@jest/globals';
import { sameCell, textOfCell, type Grid, type GridCell } from './grid.js';
import { readGrid } from './read-grid.js';
import { gridFile } from './write-grid.js';

const grid = (rows: GridCell[][], more: Partial<Grid> = {}): Grid => ({
  ...{ sheet: 'Plan', sheets: ['Plan'], merges: [], widths: [] },
  ...{ rows, ...more },
});
const again = async (before: Grid, titles = 0) => readGrid(await gridFile(before, titles));

describe('a sheet that is written and read again', () => {
  it.each<[string, GridCell]>([
    ['a text', 'Été à l’œil'],
    ['an emoji', '👩‍🦽 🇫🇷'],
    ['leading zeros', '007'],
    ['a formula that is a text', '=1+1'],
    ['what would be run', '@SUM(A1)'],
    ['a sign', '+33 1 02 03'],
    ['an apostrophe', `'=1`],
    ['lines', 'a\nb\n\nc'],
    ['an old line end', 'a\r\nb\r'],
    ['spaces around', '  a\t '],
    ['a name of the writer’s own', 'constructor'],
    ['another', '__proto__'],
    ['what looks like a code', '_x000D_ _x005F_'],
    ['a sign that XML refuses', 'a\u0001b\uffff'],
    ['marks', `<a href="x">&amp;</a>`],
    ['the longest text', 'é'.repeat(32_767)],
    ['a number', 1234.5678],
    ['a negative number', -0.1],
    ['a large one', 123_456_789_012_345],
    ['true', true],
    ['false', false],
    ['a share', { number: 0.6, format: '0%' }],
    ['money', { number: 1200, format: '#,##0\u00a0"€"' }],
    ['a day', { date: '2026-03-31T00:00:00', format: 'dd/mm/yyyy' }],
    ['an hour of a day', { date: '2026-03-31T14:31:07', format: 'dd/mm/yyyy hh:mm' }],
    ['a month', { date: '2026-03-01T00:00:00', format: 'mmm-yy' }],
  ])('keeps %s', async (_, cell) => {
    const { rows } = await again(grid([['Titre'], ['x', cell]]));
    expect(rows[1]?.[1]).toEqual(cell);
  });

  it('keeps empty rows, empty cells, cells drawn as one, and widths', async () => {
    const before = grid(
      [['Plan'], [], ['Axe', 'Action'], ['A', 'un'], [null, 'deux'], [null, null, 'trois']],
      {
        merges: [
          { row: 0, column: 0, rows: 1, columns: 2 },
          { row: 3, column: 0, rows: 2, columns: 1 },
        ],
        widths: [12, 40, 18],
      },
    );
    expect(await again(before, 2)).toEqual(before);
  });

  it('draws apart cells that no longer say one thing, and loses none of them', async () => {
    const merges = [{ row: 1, column: 0, rows: 3, columns: 1 }];
    const { rows, merges: left } = await again(
      grid(
        [
          ['Axe', 'x'],
          ['A', 1],
          ['B', 2],
          [null, 3],
        ],
        { merges },
      ),
    );
    expect(left).toEqual([]);
    expect(rows.map(([axis]) => axis)).toEqual(['Axe', 'A', 'B', 'A']);
  });

  it('has the format that every workbook knows by number', async () => {
    const file = await gridFile(grid([['x', { number: 0.5, format: '0%' }]]), 0);
    expect((await readGrid(file)).rows[0]?.[1]).toEqual({ number: 0.5, format: '0%' });
  });
});

it('a separated text is read as texts, and says where it is damaged', async () => {
  const { rows } = await readGrid(Buffer.from(`Action;N°\n\n'=1+1;007\n`));
  expect(rows).toEqual([['Action', 'N°'], [], ['=1+1', '007']]);
  await expect(readGrid(Buffer.from('Action;N°\na\n'))).rejects.toMatchObject({
    ...{ code: 'sheet.damaged', details: { line: 2 } },
  });
});

it.each<[GridCell, string]>([
  [null, ''],
  [{ number: 0.6, format: '0%' }, '60 %'],
  [{ number: 0.07, format: '0.00%' }, '7 %'],
  [{ number: 1200, format: '#,##0 €' }, '1200'],
  [{ date: '2026-03-31T00:00:00', format: 'x' }, '2026-03-31'],
  [{ date: '2026-03-31T14:00:00', format: 'x' }, '2026-03-31 14:00:00'],
  [true, 'true'],
])('a cell is said: %j', (cell, text) => {
  expect(textOfCell(cell)).toBe(text);
});

it('an empty cell is like none', () => {
  expect([sameCell(undefined, null), sameCell('', null), sameCell('a', 1)]).toEqual([
    ...[true, true, false],
  ]);
});
