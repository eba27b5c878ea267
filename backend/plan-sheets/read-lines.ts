import { createHash } from 'node:crypto';
import { foldText } from '../domain/import-fields.js';
import type { PlanField } from '../domain/plan-fields.js';
import type { Meanings, PlanMapping } from '../domain/plan-sheet.js';
import { isEmpty, textOfCell, type Grid, type GridCell } from '../sheets/grid.js';
import type { PlanCatalogue } from './plan-catalogue.js';
import { readRow, type ReadRow } from './read-row.js';

/** A row that tells an action. */
export interface PlanLine extends ReadRow {
  /** From 1, as a spreadsheet counts. */
  line: number;
  cells: GridCell[];
  /** Tells it from all others of its sheet, whatever order they stand in. */
  sourceId: string;
}

/** A sheet by its mapping: its actions, and the rows that are words around them. */
export interface ReadPlan {
  titles: GridCell[];
  lines: PlanLine[];
  others: { line: number; cells: GridCell[] }[];
}

/** Reads the rows under the titles; an axis is carried down to the rows that it stands above. */
export function readPlan(grid: Grid, mapping: PlanMapping, catalogue: PlanCatalogue): ReadPlan {
  const titleRow = mapping.titleLine - 1;
  const covering = coveringCells(grid);
  const at = (field: PlanField) => mapping.fields.indexOf(field);
  const context = { mapping, catalogue, sharesOfOne: areShares(grid, titleRow, at('progress')) };
  const nameOf = names();
  const read: ReadPlan = { titles: grid.rows[titleRow] ?? [], lines: [], others: [] };
  let axis: string | null = null;
  for (const [row, cells] of grid.rows.entries()) {
    const line = row + 1;
    if (cells.length === 0 || row === titleRow) continue;
    const isBlank = cells.every(isEmpty);
    const isBand = row > titleRow && isAxis(cells, at('title'), at('objective'));
    if (isBand) axis = axisCarried(cells) ?? null;
    if (row < titleRow || isBlank || isBand) {
      read.others.push({ line, cells });
      continue;
    }
    const cellOf = (field: PlanField) =>
      at(field) < 0 ? undefined : (covering.get(`${row} ${at(field)}`) ?? cells[at(field)]);
    const found = readRow(cellOf, context);
    const own = cellOf('objective');
    if (isEmpty(own)) found.meanings.objective = axis;
    else axis = (found.meanings.objective as string | undefined) ?? null;
    const sourceId = nameOf(found.meanings);
    read.lines.push({ line, cells, sourceId, ...found });
  }
  return read;
}

/** Names actions by their number, or by their words; the same again has another. */
export function names(): (meanings: Meanings) => string {
  const seen = new Map<string, number>();
  return ({ externalId, title, objective }) => {
    const name = externalId ? `n ${externalId}` : digest([title, objective].map(folded));
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  };
}

const folded = (text: unknown): string => foldText(typeof text === 'string' ? text : '');

function digest(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Whether a row has one text and no action: it stands above those that it is the axis of. */
function isAxis(cells: GridCell[], title: number, objective: number): boolean {
  const filled = cells.flatMap((cell, at) => (isEmpty(cell) ? [] : [at]));
  if (filled.length !== 1) return false;
  const [only = -1] = filled;
  return only === objective || only !== title;
}

/** The axis that a row of words carries down; nothing where it is none of its kind. */
export function axisCarried(cells: GridCell[]): string | null | undefined {
  const filled = cells.filter((cell) => !isEmpty(cell));
  if (filled.length !== 1) return undefined;
  const words = textOfCell(filled[0]).replace(/\s+/g, ' ').trim();
  return words.length >= 3 && words.length <= 300 ? words : null;
}

/** By the place of each cell that another one covers: what stands in that one. */
function coveringCells({ rows, merges }: Grid): Map<string, GridCell> {
  const covering = new Map<string, GridCell>();
  for (const { row, column, rows: height, columns } of merges) {
    const cell = rows[row]?.[column] ?? null;
    for (let down = row; down < Math.min(row + height, rows.length); down += 1) {
      for (let across = column; across < column + Math.min(columns, 100); across += 1) {
        covering.set(`${down} ${across}`, cell);
      }
    }
  }
  return covering;
}

/** Whether the plain numbers of a column are shares of one: none is above it. */
function areShares({ rows }: Grid, titleRow: number, column: number): boolean {
  const numbers = rows.slice(titleRow + 1).flatMap((cells) => {
    const cell = cells[column];
    return typeof cell === 'number' ? [cell] : [];
  });
  return numbers.length > 0 && numbers.every((number) => number <= 1);
}
