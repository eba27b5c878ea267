import writeXlsxFile, { type CellObject, type Row as XlsxRow } from 'write-excel-file/node';
import type { Column, Table } from './sheet.js';

/** The most characters that a cell of a workbook holds; Excel calls a file with more damaged. */
const cellMaximum = 32_767;

/** A workbook of one sheet: its first line stays in sight, texts are texts and days are dates. */
export async function xlsxOf<Row>({ name, columns, rows, cut }: Table<Row>): Promise<Buffer[]> {
  const lines: XlsxRow[] = [
    columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' })),
  ];
  for await (const batch of rows) {
    for (const row of batch) lines.push(columns.map((column) => xlsxCell(column, row, cut)));
  }
  const options = {
    sheet: name,
    columns: columns.map(({ width = 16 }) => ({ width })),
    stickyRowsCount: 1,
  };
  return [await writeXlsxFile(lines, options).toBuffer()];
}

function xlsxCell<Row>({ cell, kind, width }: Column<Row>, row: Row, cut: string) {
  const value = cell(row);
  if (value === null || value === '') return null;
  if (typeof value === 'number') return xlsxNumber(value, kind);
  if (kind === 'day' && hasSerial(value)) {
    return { value: new Date(value), type: Date, format: 'dd/mm/yyyy' } satisfies CellObject;
  }
  const long = width !== undefined && width > 40;
  return {
    ...{ value: xlsxText(value, cut), type: String, wrap: long, alignVertical: 'top' },
  } satisfies CellObject;
}

function xlsxNumber(value: number, kind: Column<never>['kind']): CellObject {
  return { value, type: Number, ...(kind === 'share' && { format: '0.0%' }) };
}

/** A workbook counts its days from 1900, and has none before. */
function hasSerial(day: string): boolean {
  return day >= '1900-03-01';
}

/** A text as a cell can hold it; what is cut says so, and where the whole of it is. */
function xlsxText(text: string, cut: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const fitting =
    lines.length > cellMaximum
      ? lines.slice(0, cellMaximum - cut.length - 1).replace(/[\ud800-\udbff]$/, '') + `\n${cut}`
      : lines;
  // What a workbook writes for an invisible character, told here by its letters.
  const written = fitting.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  // The writer looks texts up in a plain object, where these names are taken: `constructor`.
  return written in {} ? `${written} ` : written;
}
