import { rearm } from './csv-sheet.js';
import { readCsv, type SheetRows } from './csv-rows.js';
import { Refusal } from '../domain/refusal.js';
import { columnMaximum, rowMaximum } from '../domain/import-fields.js';
import { readSeparated } from './separated-text.js';
import { WorkbookProblem } from './unpack-workbook.js';
import { readXlsx } from './xlsx-rows.js';

const limits = { rows: rowMaximum, columns: columnMaximum };

/** A table that somebody brought. */
export interface ReadSheet extends SheetRows {
  /** The sheets of a workbook, and the one that was read; none in a CSV. */
  sheets: string[];
  sheet: string | null;
}

/**
 * Reads a file by what its bytes say it is: a workbook, or separated text.
 * @throws Refusal `sheet.…` that says what to do about it.
 */
export async function readSheet(file: Buffer, sheet?: string): Promise<ReadSheet> {
  const read = await readAny(file, sheet);
  if (read.header.length === 0) throw new Refusal('invalid', 'sheet.empty');
  const lines = read.rows.length + read.damage.length;
  if (lines > rowMaximum || read.header.length > columnMaximum) {
    throw new Refusal('too_large', 'sheet.too_large', { rowMaximum, columnMaximum });
  }
  return read;
}

async function readAny(file: Buffer, sheet?: string): Promise<ReadSheet> {
  const isOldWorkbook = file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  if (isOldWorkbook) throw new Refusal('unsupported', 'sheet.not_workbook');
  if (file.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(file, sheet);
  const { bytes, delimiter } = readSeparated(file);
  if (bytes.subarray(0, 4096).includes(0)) throw new Refusal('unsupported', 'sheet.not_workbook');
  try {
    const { header, rows, damage } = readCsv(bytes, delimiter, limits);
    const armed = rows.map(({ line, cells }) => ({ line, cells: cells.map(rearm) }));
    return { sheets: [], sheet: null, header, rows: armed, damage };
  } catch {
    throw new Refusal('invalid', 'sheet.unreadable');
  }
}

async function readWorkbook(file: Buffer, sheet?: string): Promise<ReadSheet> {
  try {
    return await readXlsx(file, sheet);
  } catch (error) {
    if (!(error instanceof WorkbookProblem)) throw error;
    const kind = error.code === 'sheet.too_large' ? 'too_large' : 'unsupported';
    throw new Refusal(kind, error.code, { rowMaximum, columnMaximum });
  }
}
