import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { isDate, isShownNumber, type Grid, type GridCell, type Merge } from './grid.js';

/** A workbook of one sheet where each cell stands as it was, under a line of titles in bold. */
export async function gridFile(grid: Grid, titles: number): Promise<Buffer> {
  const merges = grid.merges.filter((merge) => isHollow(grid.rows, merge));
  const apart = grid.merges.filter((merge) => !merges.includes(merge));
  const width = Math.max(...grid.rows.map(({ length }) => length));
  const rows = drawnApart(grid.rows, apart).map((cells, row) =>
    Array.from({ length: width }, (_, column): CellObject | null => {
      const cell = cells[column] ?? null;
      const merge = merges.find((one) => one.row === row && one.column === column);
      const written = cell === null && !merge ? null : objectOf(cell);
      if (!written) return null;
      return {
        ...written,
        ...(merge && { rowSpan: merge.rows, columnSpan: merge.columns, alignVertical: 'top' }),
        ...(row === titles && { fontWeight: 'bold' }),
      };
    }),
  );
  const options = {
    sheet: sheetName(grid.sheet ?? ''),
    columns: Array.from({ length: width }, (_, at) => ({ width: grid.widths[at] ?? 18 })),
    stickyRowsCount: titles + 1,
  };
  return writeXlsxFile(rows, options).toBuffer();
}

/** Cells are drawn as one only while the others say nothing: what is written must be seen. */
function isHollow(rows: GridCell[][], { row, column, rows: height, columns }: Merge): boolean {
  for (let down = row; down < row + height; down += 1) {
    for (let across = column; across < column + columns; across += 1) {
      const isFirst = down === row && across === column;
      if (!isFirst && (rows[down]?.[across] ?? null) !== null) return false;
    }
  }
  return row + height <= rows.length;
}

/** What was said once for several is said in each of them. */
function drawnApart(rows: GridCell[][], merges: Merge[]): GridCell[][] {
  const drawn = rows.map((cells) => [...cells]);
  for (const { row, column, rows: height, columns } of merges) {
    for (const cells of drawn.slice(row, row + height)) {
      for (let across = column; across < column + columns; across += 1) {
        cells[across] ??= rows[row]?.[column] ?? null;
      }
    }
  }
  return drawn;
}

function objectOf(cell: GridCell): CellObject {
  if (cell === null) return {};
  if (isDate(cell)) {
    return { value: new Date(`${cell.date}Z`), type: Date, format: cell.format };
  }
  if (isShownNumber(cell)) return { value: cell.number, type: Number, format: cell.format };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  const long = cell.length > 30 || cell.includes('\n');
  // Typed as a text, « =1+1 » is one: no spreadsheet runs it.
  return { value: escaped(cell), type: String, ...(long && { wrap: true, alignVertical: 'top' }) };
}

/**
 * A text as a workbook writes it, so that it is read again letter for letter: what XML can't hold,
 * and what the writer would take for a name of its own, are told by their numbers.
 */
function escaped(text: string): string {
  const written = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these very characters
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, coded);
  return written in {} ? written.replace(/^./, coded) : written;
}

function coded(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
}

function sheetName(name: string): string {
  const plain = name.replace(/[[\]/\\:*?]+/g, ' ').trim();
  return plain.slice(0, 31) || 'Plan';
}
