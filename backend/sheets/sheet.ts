import { csvOf } from './csv-sheet.js';
import { xlsxOf } from './xlsx-sheet.js';

/** The files that a list can be taken away as. */
export const sheetFormats = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** What stands in a cell; an empty one is null. */
export type Cell = string | number | null;

/** A column of a table, and what a row puts in it. */
export interface Column<Row> {
  title: string;
  cell: (row: Row) => Cell;
  /** An ISO day is a real date, and a share a percentage, where the format has such things. */
  kind?: 'text' | 'day' | 'share';
  /** In characters, where the format has widths. */
  width?: number;
}

/** A table to write: its columns, and its rows as they come. */
export interface Table<Row> {
  /** Names the sheet, and the file with the day after it. */
  name: string;
  columns: Column<Row>[];
  rows: AsyncIterable<Row[]> | Iterable<Row[]>;
  /** Ends a text that is longer than a cell of the format can hold. */
  cut: string;
}

/** Writes a table, one batch of rows after the other; the parts make the file. */
export function writeSheet<Row>(format: SheetFormat, table: Table<Row>): Promise<Buffer[]> {
  return format === 'csv' ? csvOf(table) : xlsxOf(table);
}
