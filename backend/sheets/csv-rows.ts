import { parse, type CsvError } from 'csv-parse/sync';

/** A row of a file, as many cells as the first line has, and the line it starts on, from 1. */
export interface SheetRow {
  line: number;
  cells: string[];
}

/** Why a part of a file is no row: the code of a sentence. */
export type DamageReason =
  'row.columns' | 'row.quote_open' | 'row.quote_misplaced' | 'row.unreadable';

/** A part of a file that is no row, and why. */
export interface Damage {
  line: number;
  reason: DamageReason;
}

/** What a file holds under its first line. */
export interface SheetRows {
  header: string[];
  rows: SheetRow[];
  damage: Damage[];
}

/** The most rows, damaged ones included, and columns that somebody may bring. */
export interface SheetLimits {
  rows: number;
  columns: number;
}

/**
 * Reads a separated file in UTF-8, with or without a byte-order mark. A damaged row costs no other:
 * an opened quote that swallows the rows after it is left behind at the next line that reads well.
 * A file beyond the limits is not read to its end: what is found is then beyond them too.
 */
export function readCsv(
  file: Buffer,
  delimiter = ';',
  limits: SheetLimits = { rows: Infinity, columns: Infinity },
): SheetRows {
  const lines: string[][] = parse(file, { delimiter, bom: true, to: 1 });
  const [header = []] = lines;
  const start = file.indexOf(10) + 1;
  const isRead = start > 0 && header.length <= limits.columns;
  const columns = isRead ? header.map((_, at) => `${at}`) : [];
  const found = isRead
    ? readRows(file.subarray(start), { delimiter, columns }, limits.rows)
    : { rows: [], damage: [] };
  const lineOf = lineCounter(file);
  return {
    header,
    rows: found.rows.map(({ at, cells }) => ({ line: lineOf(start + at), cells })),
    damage: found.damage.map(({ at, reason }) => ({ line: lineOf(start + at), reason })),
  };
}

/** How the rows are cut, and the names of their cells: their places, as two titles may be alike. */
interface Shape {
  delimiter: string;
  columns: string[];
}

/** Rows and damage by their place in bytes. */
interface Found {
  rows: { at: number; cells: string[] }[];
  damage: { at: number; reason: DamageReason }[];
}

/**
 * Reads on from the line after each damaged row. No part is read again but what an opened quote had
 * swallowed, so that a file full of damage takes hardly longer than a good one.
 */
function readRows(part: Buffer, shape: Shape, most: number): Found {
  const found: Found = { rows: [], damage: [] };
  let from = 0;
  // Until where a damaged row reached: what reads no better in there is a part of it.
  let swallowed = 0;
  while (from < part.length) {
    const left = most + 1 - found.rows.length - found.damage.length;
    if (left <= 0) break;
    let read = from;
    try {
      parse(part.subarray(from), {
        ...{ ...shape, skip_empty_lines: true, ...(left < Infinity && { to: left }) },
        on_record: (record: Record<string, string>, { bytes }: { bytes: number }) => {
          found.rows.push({ at: startOf(part, read), cells: Object.values(record) });
          read = from + bytes;
          return null;
        },
      });
      break;
    } catch (error) {
      const { bytes = 0 } = error as CsvError & { bytes?: number };
      const at = startOf(part, read);
      const next = part.indexOf(10, at) + 1;
      if (read > from || at >= swallowed) {
        found.damage.push({ at, reason: reasonOf(error as CsvError) });
        swallowed = from + bytes - 1;
      }
      from = next === 0 ? part.length : next;
    }
  }
  return found;
}

/** Where the next record starts: empty lines are none. */
function startOf(part: Buffer, from: number): number {
  let at = from;
  while (part[at] === 10 || part[at] === 13) at += 1;
  return at;
}

function reasonOf({ code }: CsvError): DamageReason {
  switch (code) {
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return 'row.columns';
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'row.quote_open';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'row.quote_misplaced';
    default:
      return 'row.unreadable';
  }
}

/** Counts lines up to a place; places must come in growing order to be cheap, any order is right. */
function lineCounter(file: Buffer): (place: number) => number {
  let counted = 0;
  let lines = 1;
  return (place) => {
    if (place < counted) [counted, lines] = [0, 1];
    for (; counted < place; counted += 1) if (file[counted] === 10) lines += 1;
    return lines;
  };
}
