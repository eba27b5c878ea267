/** A number with how it is shown: 0.6 may be « 60 % » or « 0,60 € ». */
export interface ShownNumber {
  number: number;
  format: string;
}

/** An instant without a zone, as a workbook has them, and how it is shown. */
export interface ShownDate {
  date: string;
  format: string;
}

/** What stands in a cell of a workbook, so that it can be written again as it was. */
export type GridCell = null | string | number | boolean | ShownNumber | ShownDate;

/** Cells that are drawn as one: rows and columns from 0, as many as it spans. */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** One sheet of a workbook with all that stands in it, from its first row and column. */
export interface Grid {
  /** The name of the sheet, and those of its siblings; none in a separated text. */
  sheet: string | null;
  sheets: string[];
  rows: GridCell[][];
  merges: Merge[];
  /** In characters; null where nothing is said. */
  widths: (number | null)[];
}

export function isDate(cell: GridCell): cell is ShownDate {
  return typeof cell === 'object' && cell !== null && 'date' in cell;
}

export function isShownNumber(cell: GridCell): cell is ShownNumber {
  return typeof cell === 'object' && cell !== null && 'number' in cell;
}

export function isEmpty(cell: GridCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell as somebody would read it aloud; a day as an ISO day, a share as per cent. */
export function textOfCell(cell: GridCell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (isDate(cell)) return cell.date.replace(/T00:00:00$/, '').replace('T', ' ');
  if (!isShownNumber(cell)) return String(cell);
  const { number, format } = cell;
  return format.includes('%') ? `${Number((number * 100).toFixed(6))} %` : String(number);
}

/** Whether two cells say the same, and show it alike, in whatever order the database told it. */
export function sameCell(one: GridCell | undefined, other: GridCell | undefined): boolean {
  return spelled(one) === spelled(other);
}

function spelled(cell: GridCell | undefined): string {
  if (cell === undefined || cell === '') return 'null';
  if (isDate(cell)) return `${cell.date} ${cell.format}`;
  return isShownNumber(cell) ? `${cell.number} ${cell.format}` : JSON.stringify(cell);
}
