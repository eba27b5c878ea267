import { describe, expect, it } from '@jest/globals';
import { readCsv } from './csv-rows.js';

const read = (text: string) => readCsv(Buffer.from(text));
const header = 'id;text\n';
const ids = (text: string) => read(text).rows.map(({ line, cells }) => [line, cells[0]]);

const columns = 'row.columns';
const notClosed = 'row.quote_open';
const misplaced = 'row.quote_misplaced';

describe('a CSV file', () => {
  it('is read whatever its byte-order mark, its quotes and its line ends', () => {
    const {
      header: names,
      rows,
      damage,
    } = read(
      '\uFEFF"id";"text"\r\n"1";"Dit ""non"" ; puis\r\nrien\nde plus"\r\n2;sans guillemet\r\n"3";""\r\n',
    );
    expect(names).toEqual(['id', 'text']);
    expect(damage).toEqual([]);
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'Dit "non" ; puis\r\nrien\nde plus'] },
      { line: 5, cells: ['2', 'sans guillemet'] },
      { line: 6, cells: ['3', ''] },
    ]);
  });

  it('keeps every character, spaces included', () => {
    const text = '  Été\u00a0: «\u202foui\u202f» 👩‍🦽 مرحبا \t ';
    expect(read(`${header}1;"${text}"\n`).rows[0]?.cells[1]).toBe(text);
  });

  it.each([
    ['nothing', '', [], []],
    ['a first line alone', 'id;text', ['id', 'text'], []],
    ['empty lines', 'id;text\n\n1;a\n\n\n2;b', ['id', 'text'], [3, 6]],
  ])('may hold %s', (_, text, names, lines) => {
    const found = read(text);
    expect(found.header).toEqual(names);
    expect(found.rows.map(({ line }) => line)).toEqual(lines);
    expect(found.damage).toEqual([]);
  });
});

describe('a damaged row', () => {
  it.each<[string, string, [number, string][], (number | string)[][]]>([
    [
      'a column is missing',
      '1;a\n2\n3;c\n',
      [[3, columns]],
      [
        [2, '1'],
        [4, '3'],
      ],
    ],
    [
      'a column too many',
      '1;a\n2;b;c\n3;c\n',
      [[3, columns]],
      [
        [2, '1'],
        [4, '3'],
      ],
    ],
    ['the first row', '1\n2;b\n', [[2, columns]], [[3, '2']]],
    ['the last row, without a line end', '1;a\n2', [[3, columns]], [[2, '1']]],
    [
      'a quote in a cell',
      '1;a\n2;b"b\n3;c\n',
      [[3, misplaced]],
      [
        [2, '1'],
        [4, '3'],
      ],
    ],
    [
      'text after a closed quote',
      '1;a\n2;"b"b\n3;c\n',
      [[3, misplaced]],
      [
        [2, '1'],
        [4, '3'],
      ],
    ],
    [
      'two that follow each other',
      '1\n2\n3;c\n',
      [
        [2, columns],
        [3, columns],
      ],
      [[4, '3']],
    ],
    [
      'after a cell of several lines',
      '1;"a\nb"\n2\n3;c\n',
      [[4, columns]],
      [
        [2, '1'],
        [5, '3'],
      ],
    ],
  ])('%s: told by its line, the others kept', (_, text, damage, kept) => {
    expect(read(header + text).damage).toEqual(damage.map(([line, reason]) => ({ line, reason })));
    expect(ids(header + text)).toEqual(kept);
  });

  it('whose quote is never closed costs no other', () => {
    const text = `${header}1;a\n2;"b\n3;c\n4;"d\ne"\n5;f\n`;
    const { damage } = read(text);
    expect(damage[0]?.line).toBe(3);
    expect([notClosed, misplaced, columns]).toContain(damage[0]?.reason);
    expect(damage).toHaveLength(1);
    expect(ids(text)).toEqual([
      [2, '1'],
      [4, '3'],
      [5, '4'],
      [7, '5'],
    ]);
  });

  it('at the very end may leave its quote open', () => {
    expect(read(`${header}1;a\n2;"b`)).toMatchObject({
      rows: [{ line: 2 }],
      damage: [{ line: 3, reason: notClosed }],
    });
  });

  it('is found among thousands, quickly', () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      index === 4000 ? `${index}` : `${index};"a\nb"`,
    );
    const found = read(header + rows.join('\n'));
    expect(found.rows).toHaveLength(4999);
    expect(found.damage).toEqual([{ line: 2 + 2 * 4000, reason: columns }]);
  });

  it.each([
    ['a column is missing', '1\n', columns],
    ['a quote is left open', '"1;a\n', misplaced],
  ])('takes no longer where all are: %s', (_, row, reason) => {
    const { rows, damage } = read(header + row.repeat(5000));
    expect(rows).toEqual([]);
    expect(damage[0]).toEqual({ line: 2, reason });
    expect(damage.length).toBeGreaterThan(2000);
  });

  it('costs a file of good and damaged ones in turn nothing either', () => {
    const { rows, damage } = read(header + '"1;a\n2;b\n'.repeat(5000));
    expect([rows.length, damage.length]).toEqual([5000, 5000]);
  });
});

describe('a file beyond the limits', () => {
  const limits = { rows: 10, columns: 3 };

  it('is not read to its end', () => {
    const { rows } = readCsv(Buffer.from(header + '1;a\n'.repeat(1000)), ';', limits);
    expect(rows).toHaveLength(11);
    const { damage } = readCsv(Buffer.from(header + '1\n'.repeat(1000)), ';', limits);
    expect(damage).toHaveLength(11);
    expect(readCsv(Buffer.from('a;b;c;d\n1;2;3;4\n'), ';', limits).rows).toEqual([]);
  });
});
