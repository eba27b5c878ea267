import readXlsxFile from 'read-excel-file/node';
import type { SheetRows } from './csv-rows.js';
import { unpackWorkbook, WorkbookProblem } from './unpack-workbook.js';

/** One sheet of a workbook, and the names of all. */
export interface WorkbookRows extends SheetRows {
  sheet: string;
  sheets: string[];
}

/** Reads a sheet of a workbook, the first unless another is named. @throws WorkbookProblem */
export async function readXlsx(file: Buffer, sheet?: string): Promise<WorkbookRows> {
  const unpacked = unpackWorkbook(file);
  const found = await readXlsxFile(unpacked, { trim: false }).catch(() => {
    throw new WorkbookProblem('sheet.not_workbook');
  });
  const chosen = found.find((one) => one.sheet === sheet) ?? found[0];
  const lines = (chosen?.data ?? []).map((row, index) => ({
    line: index + 1,
    cells: row.map((cell: unknown) => textOf(cell)),
  }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [{ cells: header } = { cells: [] }, ...rows] = filled;
  return {
    sheet: chosen?.sheet ?? '',
    sheets: found.map((one) => one.sheet),
    ...{ header, rows, damage: [] },
  };
}

/** A cell as somebody would type it; a day as an ISO day. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' ? cell : '';
}
