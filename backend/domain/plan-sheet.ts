import type { ActionKind, ActionState } from './action.js';
import type { Day } from './days.js';
import type { PlanChosenField, PlanField } from './plan-fields.js';

/** What became of one line of a plan's sheet. */
export const planOutcomes = ['added', 'changed', 'conflict', 'already_there', 'refused'] as const;
export type PlanOutcome = (typeof planOutcomes)[number];

/** What a plan's sheet may give as the origin of its actions. */
export const sheetOrigins = ['recommendation', 'audit'] as const;
export type SheetOrigin = (typeof sheetOrigins)[number];

/** The most objectives that a plan has. */
export const objectiveMaximum = 30;

/** Which side is taken where the sheet and Boucle both changed. */
export const sides = ['sheet', 'here'] as const;
export type Side = (typeof sides)[number];

/** How a plan's sheet is read. */
export interface PlanMapping {
  /** Which sheet of a workbook. */
  sheet?: string;
  /** The row that bears the titles, from 1. */
  titleLine: number;
  /** What each column is, in the sheet's order; empty where it is kept as it is. */
  fields: (PlanField | '')[];
  /** What words mean that mean nothing by themselves; `to` empty: as if nothing was said. */
  values: { field: PlanChosenField; text: string; to: string }[];
  defaults: PlanDefaults;
  /** Which side is taken, line by line, of what both changed. */
  choices: { line: number; take: Side; seen: string }[];
}

/** What stands where the sheet says nothing. */
export interface PlanDefaults {
  unitId: string;
  ownerId: string;
  kind: ActionKind;
  dueOn: Day;
  doneOn: Day;
  originKind: SheetOrigin;
  origin: string;
}

/** What a cell means; null where it says nothing. */
export type Meaning = string | number | null;
export type Meanings = Partial<Record<PlanField, Meaning>>;

/** An action's facts as a sheet can tell them, each as a cell of its column would mean it. */
export type Standing = Record<Exclude<PlanField, 'reference' | 'externalId'>, Meaning> & {
  state: ActionState;
};

/** What was read of a row when it was last brought in, and how the action stood then. */
export interface Base {
  read: Meanings;
  applied: Meanings;
}

/** What a row asks of its action. */
export interface Comparison {
  /** What only the sheet changed. */
  changes: PlanField[];
  /** What both changed, and not alike. */
  conflicts: PlanField[];
}

/**
 * Compares a row with its action and with what both were when they last agreed: what only one side
 * changed is that side's, and what both changed is for somebody to choose.
 */
export function compareRow(
  theirs: Meanings,
  ours: Meanings,
  base: Base | null,
  fields: readonly PlanField[],
): Comparison {
  const found: Comparison = { changes: [], conflicts: [] };
  for (const field of fields) {
    const told = theirs[field] ?? null;
    const stands = ours[field] ?? null;
    const isAlike = told === stands;
    const isAsRead = base !== null && told === (base.read[field] ?? null);
    if (isAlike || isAsRead) continue;
    const isOurs = base !== null && stands !== (base.applied[field] ?? null);
    if (isOurs) found.conflicts.push(field);
    else found.changes.push(field);
  }
  return found;
}
