import type { ActionState } from '../domain/action.js';
import { foldText } from '../domain/import-fields.js';
import type { PlanChosenField, PlanField } from '../domain/plan-fields.js';
import type { Meaning, Meanings, PlanMapping } from '../domain/plan-sheet.js';
import {
  amountOf,
  decimalOf,
  percentOf,
  planDay,
  planKind,
  planState,
  type Edge,
} from '../domain/plan-values.js';
import type { Problem } from '../imports/row-problem.js';
import { isDate, textOfCell, type GridCell } from '../sheets/grid.js';
import type { PlanCatalogue } from './plan-catalogue.js';

/** What a row of a sheet means, with what is wrong, and the words that mean nothing yet. */
export interface ReadRow {
  meanings: Meanings;
  problems: Problem<PlanField>[];
  unknown: { field: PlanChosenField; text: string }[];
}

/** What is known of a sheet before its rows are read one by one. */
export interface RowContext {
  mapping: PlanMapping;
  catalogue: PlanCatalogue;
  /** Whether plain numbers in the column of the progress are shares of one. */
  sharesOfOne: boolean;
}

const longest: Partial<Record<PlanField, number>> = {
  ...{ title: 10_000, description: 10_000, rationale: 10_000, objective: 300, criterion: 2000 },
  ...{ origin: 2000, externalId: 200, reference: 40, stakeholders: 2000, participants: 2000 },
  ...{ skills: 2000, levers: 2000, obstacles: 2000 },
};
const numbers: Partial<Record<PlanField, { least: number; most: number; decimals: number }>> = {
  cost: { least: 0, most: 999_999_999, decimals: 2 },
  effortDays: { least: 0, most: 99_999, decimals: 1 },
  weight: { least: 0.01, most: 1000, decimals: 2 },
};
const days: Partial<Record<PlanField, Edge>> = { dueOn: 'last', startOn: 'first', doneOn: 'last' };

/** A cell that says in so many words that there is nothing. */
const nothing = /^[-–—/]+$/;

/** Reads a row by its mapping; it tells all that is wrong at once. */
export function readRow(
  cellOf: (field: PlanField) => GridCell | undefined,
  { mapping, catalogue, sharesOfOne }: RowContext,
): ReadRow {
  const row: ReadRow = { meanings: {}, problems: [], unknown: [] };
  const { meanings } = row;
  const complain = (field: PlanField, code: Problem['code'], facts = {}): null => {
    row.problems.push({ field, code, facts });
    return null;
  };
  for (const field of mapping.fields) {
    if (field) meanings[field] = read(field, cellOf(field) ?? null);
  }
  settleState(meanings, mapping.fields);
  if (!meanings.title) complain('title', 'row.title_missing');
  else if (String(meanings.title).length < 3) complain('title', 'row.title_short');
  if (meanings.startOn && meanings.dueOn && meanings.startOn > meanings.dueOn) {
    complain('startOn', 'action.start_after_due');
  }
  return row;

  function read(field: PlanField, cell: GridCell): Meaning {
    const text = textOfCell(cell).trim();
    if (text.includes('\0') || !text.isWellFormed()) return complain(field, 'row.nul');
    if (text === '' || (field !== 'title' && nothing.test(text))) return null;
    const maximum = longest[field] ?? 300;
    if (text.length > maximum) return complain(field, 'row.too_long', { maximum });
    if (isChosen(field)) return choice(field, text);
    const edge = days[field];
    if (edge) return dayIn(field, cell, text, edge);
    if (field === 'progress') return progressIn(cell, text);
    if (numbers[field]) return numberIn(field, text);
    if (field === 'objective' && text.length < 3) return complain(field, 'row.objective_short');
    return field === 'title' || field === 'objective' ? text.replace(/\s+/g, ' ') : text;
  }

  function choice(field: PlanChosenField, text: string): Meaning {
    const meant = meaningOf(field, text, mapping, catalogue);
    if (meant !== undefined) return meant || null;
    row.unknown.push({ field, text });
    return complain(field, 'row.unknown_value', { text: text.slice(0, 80) });
  }

  function dayIn(field: PlanField, cell: GridCell, text: string, edge: Edge): Meaning {
    const day = isDate(cell) ? cell.date.slice(0, 10) : planDay(text, edge);
    if (day === undefined) return complain(field, 'row.uncertain_day', { text: text.slice(0, 80) });
    if (field === 'doneOn' && day > catalogue.today) {
      return complain(field, 'row.future', { text: text.slice(0, 80) });
    }
    return day;
  }

  function progressIn(cell: GridCell, text: string): Meaning {
    const percent = percentOf(text, typeof cell === 'number' && sharesOfOne);
    if (percent !== undefined) return percent;
    // « En cours » in this column tells a state: it is read as one after the others.
    const state = planState(text);
    if (state === undefined)
      return complain('progress', 'row.progress', { text: text.slice(0, 80) });
    meanings.state ??= state;
    return state === 'done' ? 100 : state === 'planned' ? 0 : null;
  }

  function numberIn(field: PlanField, text: string): Meaning {
    const number =
      field === 'cost' ? amountOf(text) : decimalOf(text.replace(/\s*(j|jours?)$/i, ''));
    const { least, most, decimals } = numbers[field] ?? { least: 0, most: 0, decimals: 0 };
    const isKept = number !== undefined && number >= least && number <= most;
    if (!isKept) return complain(field, 'row.number', { text: text.slice(0, 80) });
    return Number(number.toFixed(decimals));
  }
}

/** Where no column tells the state, the progress does. */
function settleState(meanings: Meanings, fields: (PlanField | '')[]): void {
  if (!fields.includes('progress') && !fields.includes('state')) return;
  const { progress } = meanings;
  if (meanings.state || typeof progress !== 'number') return;
  const state: ActionState = progress >= 100 ? 'done' : progress > 0 ? 'in_progress' : 'planned';
  meanings.state = state;
}

const chosen: readonly PlanField[] = ['owner', 'service', 'state', 'kind'];

function isChosen(field: PlanField): field is PlanChosenField {
  return chosen.includes(field);
}

/** The code or the id that a cell means: as somebody decided, or by itself. */
export function meaningOf(
  field: PlanChosenField,
  text: string,
  { values }: PlanMapping,
  { people, units, personNames }: PlanCatalogue,
): string | undefined {
  const folded = foldText(text);
  const decided = values.find((one) => one.field === field && foldText(one.text) === folded);
  if (decided && fits(decided.to)) return decided.to;
  switch (field) {
    case 'owner':
      return people.get(folded) ?? people.get(/<([^<>]+)>/.exec(folded)?.[1] ?? '');
    case 'service':
      return units.get(folded);
    case 'state':
      return planState(text);
    case 'kind':
      return planKind(text);
  }

  function fits(to: string): boolean {
    if (to === '') return true;
    if (field === 'owner') return personNames.has(to);
    if (field === 'service') return [...units.values()].includes(to);
    return field === 'state' ? planState(to) !== undefined || isState(to) : isKind(to);
  }
}

function isState(code: string): boolean {
  return ['planned', 'in_progress', 'done', 'cancelled'].includes(code);
}

function isKind(code: string): boolean {
  return ['immediate', 'corrective', 'preventive', 'improvement'].includes(code);
}
