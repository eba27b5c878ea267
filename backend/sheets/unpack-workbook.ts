import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** The most that a workbook may weigh once unpacked: a few kilobytes can hide gigabytes. */
const unpackedMaximum = 64 * 1024 * 1024;

/** The most cells that a reader may have to make room for, empty ones included. */
const cellMaximum = 5_000_000;

/** A file that says it is a workbook, and is not one that can be read. */
export class WorkbookProblem extends Error {
  constructor(readonly code: 'sheet.not_workbook' | 'sheet.too_large') {
    super(code);
  }
}

/** What a workbook is made of, by the names of its parts. */
export type WorkbookParts = Record<string, Uint8Array>;

/**
 * Unpacks a workbook under a limit that holds whatever the file says of itself, and gives what is to
 * be read as an archive where nothing is packed: its reader then meets no surprise.
 * @throws WorkbookProblem
 */
export function unpackWorkbook(file: Buffer): Buffer {
  return packed(partsOf(file));
}

/** An archive of these parts where nothing is packed. */
export function packed(parts: WorkbookParts): Buffer {
  return Buffer.from(zipSync(parts, { level: 0 }));
}

/** The parts of a workbook that say something, under the same limit. @throws WorkbookProblem */
export function partsOf(file: Buffer): WorkbookParts {
  let left = unpackedMaximum;
  const parts: WorkbookParts = {};
  for (const { name, packed, method } of entriesOf(file)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const part = unpack(packed, method, left);
    left -= part.length;
    if (left < 0) throw new WorkbookProblem('sheet.too_large');
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) refuseHollow(part);
    parts[name] = part;
  }
  return parts;
}

interface Entry {
  name: string;
  packed: Buffer;
  method: number;
}

/** The archive's own list of what it holds, at its end (PKWARE APPNOTE 4.3.12 and 4.3.16). */
function* entriesOf(file: Buffer): Generator<Entry> {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new WorkbookProblem('sheet.not_workbook');
  try {
    let at = file.readUInt32LE(end + 16);
    for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
      if (file.readUInt32LE(at) !== 0x02014b50) throw new RangeError('no entry');
      const nameEnd = at + 46 + file.readUInt16LE(at + 28);
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      yield {
        name: file.toString('utf8', at + 46, nameEnd),
        packed: file.subarray(start, start + file.readUInt32LE(at + 20)),
        method: file.readUInt16LE(at + 10),
      };
      at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new WorkbookProblem('sheet.not_workbook');
    throw error;
  }
}

function unpack(packed: Buffer, method: number, left: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new WorkbookProblem('sheet.not_workbook');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    const { code } = error as { code?: string };
    throw new WorkbookProblem(
      code === 'ERR_BUFFER_TOO_LARGE' ? 'sheet.too_large' : 'sheet.not_workbook',
    );
  }
}

/**
 * One cell at the far end of a sheet makes its reader draw all those before it. Each search starts at
 * a sign and stops soon, so that no text takes long to look through; a place that is not written as
 * Excel does (`1e9`, `&#65;1`) would be read as another than we think.
 */
function refuseHollow(sheet: Uint8Array): void {
  const text = Buffer.from(sheet).toString('latin1');
  const signs = /<(?:[\w.-]+:)?row(?=[\s/>])|\sr\s*=\s*["']([^"'<>]{0,20})/g;
  let rows = 0;
  let last = 0;
  let widest = 1;
  for (const [, place] of text.matchAll(signs)) {
    if (place === undefined) {
      rows += 1;
      continue;
    }
    const [, letters = '', row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (row === undefined) throw new WorkbookProblem('sheet.not_workbook');
    last = Math.max(last, Number(row));
    widest = Math.max(widest, columnOf(letters));
  }
  // Rows without a place stand after those that have one.
  if ((rows + last) * widest > cellMaximum) throw new WorkbookProblem('sheet.too_large');
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
