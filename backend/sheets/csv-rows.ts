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

/** What csv-parse tells of a record with `info` and `raw`. */
interface Parsed {
  record: Record<string, string>;
  raw: string;
  info: { bytes: number };
}

/**
 * Reads a separated file in UTF-8, with or without a byte-order mark. A damaged row costs no other:
 * an opened quote that swallows the rows after it is left behind at the next line that reads well.
 */
export function readCsv(file: Buffer, delimiter = ';'): SheetRows {
  const lines: string[][] = parse(file, { delimiter, bom: true, to: 1 });
  const [header = []] = lines;
  const start = file.indexOf(10) + 1;
  const found =
    start > 0
      ? salvage(file.subarray(start), { delimiter, columns: header.map((_, at) => `${at}`) })
      : { rows: [], damage: [] };
  const lineOf = lineCounter(file);
  return {
    header,
    rows: found.rows.map(({ at, cells }) => ({ line: lineOf(start + at), cells })),
    damage: found.damage.map(({ at, reason }) => ({ line: lineOf(start + at), reason })),
  };
}

/** What csv-parse could not read, and the byte at which it gave up. */
interface Skip {
  at: number;
  reason: DamageReason;
}

/** How the rows are cut, and the names of their cells: their places, as two titles may be alike. */
interface Shape {
  delimiter: string;
  columns: string[];
}

/** Rows and damage by their place in bytes. */
interface Found {
  rows: { at: number; cells: string[] }[];
  damage: Skip[];
}

function salvage(part: Buffer, shape: Shape): Found {
  const skips: Skip[] = [];
  const parsed = parse(part, {
    ...{ ...shape, info: true, raw: true, skip_empty_lines: true },
    skip_records_with_error: true,
    on_skip: (error: (CsvError & { bytes?: number }) | undefined) =>
      void skips.push({ at: error?.bytes ?? 0, reason: reasonOf(error) }),
  }) as unknown as Parsed[];
  const found: Found = { rows: [], damage: [] };
  let read = 0;
  for (const { record, raw: around, info } of parsed) {
    const raw = around.replace(/^[\r\n]+/, ''); // empty lines before the record
    // `raw` leaves out the line feed that ends the record; `bytes` counts it.
    const end = part[info.bytes - 1] === 10 && !raw.endsWith('\n') ? info.bytes - 1 : info.bytes;
    const at = end - Buffer.byteLength(raw);
    add(found, gap(part, read, at, shape, skips));
    found.rows.push({ at, cells: Object.values(record) });
    read = info.bytes;
  }
  add(found, gap(part, read, part.length, shape, skips));
  return found;
}

/** What lies between two good rows: nothing, or one damaged row and those that it swallowed. */
function gap(part: Buffer, from: number, to: number, shape: Shape, skips: Skip[]): Found {
  const at = from + part.subarray(from, to).findIndex((byte) => byte !== 10 && byte !== 13);
  if (at < from) return { rows: [], damage: [] };
  const [own, ...others] = skips.filter((skip) => skip.at > from && skip.at <= to + 1);
  const found: Found = { rows: [], damage: [{ at, reason: own?.reason ?? 'row.unreadable' }] };
  const next = part.indexOf(10, at) + 1;
  if (next === 0 || next >= to) return found;
  const swallowed = salvage(part.subarray(next, to), shape);
  const [first] = swallowed.rows;
  if (!first) return { rows: [], damage: [...found.damage, ...atTheirLines(part, next, others)] };
  const later = swallowed.damage.filter((damage) => damage.at > first.at);
  add(found, { rows: swallowed.rows, damage: later }, next);
  return found;
}

/** Damaged rows that follow each other, each at the start of its line. */
function atTheirLines(part: Buffer, from: number, skips: Skip[]): Skip[] {
  const starts = skips.map(({ at, reason }) => ({
    at: part.lastIndexOf(10, Math.max(at - 3, 0)) + 1,
    reason,
  }));
  return starts.filter(({ at }, index) => at >= from && at !== starts[index - 1]?.at);
}

function add(found: Found, more: Found, shift = 0): void {
  found.rows.push(...more.rows.map((row) => ({ ...row, at: row.at + shift })));
  found.damage.push(...more.damage.map((damage) => ({ ...damage, at: damage.at + shift })));
}

function reasonOf(error: CsvError | undefined): DamageReason {
  switch (error?.code) {
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
