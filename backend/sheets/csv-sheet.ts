import type { Cell, Column, Table } from './sheet.js';

/**
 * What makes a spreadsheet read a text as a formula when it opens a CSV, full-width forms included
 * (OWASP, « CSV Injection »): `=HYPERLINK(…)` told on a public page would run on a manager's desk.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text as it was before `defuse`. */
export function rearm(text: string): string {
  return text.startsWith(`'`) && formula.test(text.slice(1)) ? text.slice(1) : text;
}

/** A CSV as a French Excel opens it: UTF-8 with its mark, semicolons, CRLF. */
export async function csvOf<Row>({ columns, rows }: Table<Row>): Promise<Buffer[]> {
  const parts = [Buffer.from(`\uFEFF${csvLine(columns.map(({ title }) => title))}`)];
  for await (const batch of rows) {
    const lines = batch.map((row) => csvLine(columns.map((column) => csvCell(column, row))));
    parts.push(Buffer.from(lines.join('')));
  }
  return parts;
}

/** One line of a CSV, each text in quotes. */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(quoted).join(';')}\r\n`;
}

function csvCell<Row>({ cell, kind }: Column<Row>, row: Row): Cell {
  const value = cell(row);
  // A French spreadsheet reads 0.5 as a text, or as the 5th of a month.
  return kind === 'share' && typeof value === 'number'
    ? `${(value * 100).toFixed(1).replace('.', ',')} %`
    : value;
}

function quoted(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return cell === null || cell === '' ? '' : `"${defuse(cell).replaceAll('"', '""')}"`;
}
