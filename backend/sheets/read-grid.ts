import readXlsxFile from 'read-excel-file/node';
import { columnMaximum, rowMaximum } from '../domain/import-fields.js';
import { Refusal } from '../domain/refusal.js';
import { rearm } from './csv-sheet.js';
import type { Grid, GridCell } from './grid.js';
import { readSheet } from './read-sheet.js';
import { looksOf, type SheetLooks } from './sheet-looks.js';
import { packed, partsOf, WorkbookProblem } from './unpack-workbook.js';

/**
 * Reads a file with every cell as it was written, whatever stands above its titles: a workbook, or
 * separated text. @throws Refusal `sheet.…` that says what to do about it.
 */
export async function readGrid(file: Buffer, sheet?: string): Promise<Grid> {
  const isWorkbook = file.subarray(0, 2).toString('latin1') === 'PK';
  const grid = isWorkbook ? await readWorkbook(file, sheet) : await readText(file);
  const trimmed = { ...grid, rows: withoutMargins(grid.rows) };
  if (trimmed.rows.length === 0) throw new Refusal('invalid', 'sheet.empty');
  const widest = Math.max(...trimmed.rows.map(({ length }) => length));
  if (trimmed.rows.length > rowMaximum || widest > columnMaximum) throw tooLarge();
  return trimmed;
}

async function readWorkbook(file: Buffer, sheet?: string): Promise<Grid> {
  try {
    const parts = partsOf(file);
    const found = await readXlsxFile(packed(parts), { trim: false }).catch(() => {
      throw new WorkbookProblem('sheet.not_workbook');
    });
    const chosen = found.find((one) => one.sheet === sheet) ?? found[0];
    const looks = looksOf(parts, chosen?.sheet ?? '');
    const data = (chosen?.data ?? []) as unknown[][];
    return {
      ...{ sheet: chosen?.sheet ?? null, sheets: found.map((one) => one.sheet) },
      rows: data.map((row, at) => row.map((value, column) => cellOf(value, looks, at, column))),
      ...{ merges: looks.merges, widths: looks.widths },
    };
  } catch (error) {
    if (!(error instanceof WorkbookProblem)) throw error;
    throw error.code === 'sheet.too_large' ? tooLarge() : new Refusal('unsupported', error.code);
  }
}

async function readText(file: Buffer): Promise<Grid> {
  const { header, rows, damage } = await readSheet(file);
  // A line that can't be read can't be given back: such a file is to be mended first.
  const [first] = damage;
  if (first) throw new Refusal('invalid', 'sheet.damaged', { line: first.line });
  const lines: GridCell[][] = [header.map(rearm).map(storable)];
  for (const { line, cells } of rows) lines[line - 1] = cells.map(storable);
  const filled = Array.from(lines, (cells) => cells ?? []);
  return { sheet: null, sheets: [], rows: filled, merges: [], widths: [] };
}

function cellOf(value: unknown, looks: SheetLooks, row: number, column: number): GridCell {
  const format = looks.formatOf(row, column);
  if (value instanceof Date) {
    // A workbook counts in days: what is left of its milliseconds is an error of rounding.
    const second = new Date(Math.round(value.getTime() / 1000) * 1000);
    if (Number.isNaN(second.getTime())) return null;
    return { date: second.toISOString().slice(0, 19), format: format ?? 'dd/mm/yyyy' };
  }
  if (typeof value === 'number') return format ? { number: value, format } : value;
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? storable(value) : null;
}

/** Without the two things that nobody types and that the database can't keep. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** Rows and cells that are drawn but empty, at the end of the sheet, are none. */
function withoutMargins(rows: GridCell[][]): GridCell[][] {
  const filled = rows.map((cells) => {
    const last = cells.findLastIndex((cell) => (cell ?? null) !== null);
    return cells.slice(0, last + 1);
  });
  const last = filled.findLastIndex((cells) => cells.length > 0);
  return filled.slice(0, last + 1);
}

function tooLarge(): Refusal {
  return new Refusal('too_large', 'sheet.too_large', { rowMaximum, columnMaximum });
}
