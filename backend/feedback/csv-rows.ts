import { parse, type CsvError } from 'csv-parse/sync';

/** A row of a CSV file and the line it starts on, from 1. */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/** A part of the file that is no row, and why. */
export interface CsvDamage {
  line: number;
  reason: string;
}

export interface CsvRows {
  header: string[];
  rows: CsvRow[];
  damage: CsvDamage[];
}

/** What csv-parse tells of a record with `info` and `raw`. */
interface Parsed {
  record: Record<string, string>;
  raw: string;
  info: { bytes: number };
}

/**
 * Reads a semicolon-separated file, with or without a byte-order mark. A damaged row costs no other:
 * an opened quote that swallows the rows after it is left behind at the next line that reads well.
 */
export function readCsv(file: Buffer): CsvRows {
  const lines: string[][] = parse(file, { delimiter: ';', bom: true, to: 1 });
  const [header = []] = lines;
  const start = file.indexOf(10) + 1;
  const found = start > 0 ? salvage(file.subarray(start), header) : { rows: [], damage: [] };
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
  reason: string;
}

/** Rows and damage by their place in bytes. */
interface Found {
  rows: { at: number; cells: Record<string, string> }[];
  damage: Skip[];
}

function salvage(part: Buffer, header: string[]): Found {
  const skips: Skip[] = [];
  const parsed = parse(part, {
    ...{ delimiter: ';', columns: header, info: true, raw: true, skip_empty_lines: true },
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
    add(found, gap(part, read, at, header, skips));
    found.rows.push({ at, cells: record });
    read = info.bytes;
  }
  add(found, gap(part, read, part.length, header, skips));
  return found;
}

/** What lies between two good rows: nothing, or one damaged row and those that it swallowed. */
function gap(part: Buffer, from: number, to: number, header: string[], skips: Skip[]): Found {
  const at = from + part.subarray(from, to).findIndex((byte) => byte !== 10 && byte !== 13);
  if (at < from) return { rows: [], damage: [] };
  const [own, ...others] = skips.filter((skip) => skip.at > from && skip.at <= to + 1);
  const found: Found = { rows: [], damage: [{ at, reason: own?.reason ?? 'unreadable' }] };
  const next = part.indexOf(10, at) + 1;
  if (next === 0 || next >= to) return found;
  const swallowed = salvage(part.subarray(next, to), header);
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

function reasonOf(error: CsvError | undefined): string {
  switch (error?.code) {
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return 'it does not have as many columns as the first line';
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'a quote stands where none belongs';
    default:
      return error?.message ?? 'unreadable';
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
