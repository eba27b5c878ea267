import type { PlanField } from '../domain/plan-fields.js';
import type { Meanings } from '../domain/plan-sheet.js';
import { isEmpty, sameCell, type Grid, type GridCell } from '../sheets/grid.js';
import { say } from '../words/words.js';
import type { PlanCatalogue } from './plan-catalogue.js';
import type { PlanSheet } from './plan-sheet.entity.js';
import type { StoredAction } from './stored-actions.js';
import { writeCell } from './write-cell.js';

/** What is needed of a plan's sheet to write it. */
export type SheetShape = Pick<PlanSheet, 'sheet' | 'titles' | 'merges' | 'widths'> & {
  titleLine: number;
  fields: (PlanField | '')[];
  /** The import whose rows stand where they stood. */
  runId: string | null;
};

/** A row of words around the actions, where it stands. */
export interface WordsRow {
  line: number;
  cells: GridCell[];
  /** What it carries down to the rows under it; undefined where it carries nothing. */
  axis?: string | null;
}

/** What Boucle knows better than any sheet. */
const own: readonly PlanField[] = ['reference', 'state', 'progress', 'dueOn', 'doneOn'];

/** The sheet with Boucle's own columns at its end, those that it has not. */
export function withOwnColumns(shape: SheetShape): SheetShape {
  const added = own.filter((field) => !shape.fields.includes(field));
  const width = Math.max(shape.titles.length, shape.fields.length);
  const titles = Array.from({ length: width }, (_, at) => shape.titles[at] ?? null);
  const fields = Array.from({ length: width }, (_, at) => shape.fields[at] ?? '');
  const titleOf = (field: PlanField) =>
    field === 'reference'
      ? say('fr', 'plan_sheet.reference')
      : say('fr', `sheet.column.${field as 'state' | 'progress' | 'dueOn' | 'doneOn'}`);
  return {
    ...shape,
    titles: [...titles, ...added.map(titleOf)],
    fields: [...fields, ...added],
  };
}

/**
 * Writes a plan as its sheet: what did not change here stands as it was written, where it stood; what
 * did is written anew, and what the sheet never had comes after.
 */
export function planGrid(
  shape: SheetShape,
  stored: StoredAction[],
  words: WordsRow[],
  catalogue: PlanCatalogue,
): Grid {
  const rows: GridCell[][] = [];
  const actionAt = new Map<number, StoredAction>();
  const wordsAt = new Map(words.map((row) => [row.line - 1, row]));
  const titleRow = shape.titleLine - 1;
  rows[titleRow] = shape.titles;
  for (const { line, cells } of words) rows[line - 1] = cells;
  const late: StoredAction[] = [];
  for (const one of stored) {
    const at = (one.row?.line ?? 0) - 1;
    const hasPlace = one.row !== null && one.row.runId === shape.runId && at > titleRow;
    if (hasPlace && !rows[at] && !actionAt.has(at)) actionAt.set(at, one);
    else late.push(one);
  }
  let next = Math.max(rows.length, titleRow + 1, ...[...actionAt.keys()].map((at) => at + 1));
  for (const one of late) actionAt.set(next++, one);
  const likes = shape.fields.map((_, column) => likeOf(stored, column));
  let axis: string | null = null;
  for (let at = titleRow + 1; at < next; at += 1) {
    const told = wordsAt.get(at);
    if (told?.axis !== undefined) axis = told.axis;
    const one = actionAt.get(at);
    if (!one) continue;
    rows[at] = cellsOf(one, shape.fields, likes, axis, catalogue);
    const column = shape.fields.indexOf('objective');
    if (column >= 0) axis = one.standing.objective as string | null;
  }
  sayAgainUnderMerges(rows, shape, actionAt, catalogue);
  const filled = Array.from(rows, (cells) => cells ?? []);
  const { sheet, merges, widths } = shape;
  return { sheet, sheets: [], rows: filled, merges, widths };
}

function cellsOf(
  { action, standing, row }: StoredAction,
  fields: (PlanField | '')[],
  likes: GridCell[],
  axis: string | null,
  catalogue: PlanCatalogue,
): GridCell[] {
  const width = Math.max(fields.length, row?.cells.length ?? 0);
  return Array.from({ length: width }, (_, at): GridCell => {
    const field = fields[at] ?? '';
    const cell = row?.cells[at] ?? null;
    if (field === '' || field === 'externalId') return cell;
    if (field === 'reference') return action.reference;
    const stands = standing[field];
    const isKept = row !== null && (row.applied?.[field] ?? null) === stands && isTold(row, field);
    if (field === 'objective') {
      if (isKept && !isEmpty(cell)) return cell;
      if (axis === stands) return null;
      return stands === null ? '—' : writeCell(field, stands, cell, catalogue);
    }
    return isKept ? cell : writeCell(field, stands, cell ?? likes[at] ?? null, catalogue);
  });
}

/** Whether the sheet had this column when the row was last brought in. */
function isTold({ meanings }: { meanings: Meanings | null }, field: PlanField): boolean {
  return meanings !== null && field in meanings;
}

/** How the column writes what it says, by the first row that says something. */
function likeOf(stored: StoredAction[], column: number): GridCell {
  const found = stored.find(({ row }) => !isEmpty(row?.cells[column]));
  return found?.row?.cells[column] ?? null;
}

/** What one cell said for several rows, and says no more, each of them says for itself. */
function sayAgainUnderMerges(
  rows: GridCell[][],
  { merges, fields }: SheetShape,
  actionAt: Map<number, StoredAction>,
  catalogue: PlanCatalogue,
): void {
  for (const { row, column, rows: height } of merges) {
    const field = fields[column];
    const first = actionAt.get(row);
    if (!field || !first || field === 'reference' || field === 'externalId') continue;
    const cell = rows[row]?.[column] ?? null;
    if (height < 2 || sameCell(cell, first.row?.cells[column])) continue;
    for (let down = row + 1; down < row + height; down += 1) {
      const one = actionAt.get(down);
      const cells = rows[down];
      if (!one || !cells || !isEmpty(cells[column])) continue;
      cells[column] = writeCell(field, one.standing[field], cell, catalogue);
    }
  }
}
