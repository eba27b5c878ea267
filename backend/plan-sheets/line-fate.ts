import { createHash } from 'node:crypto';
import { actionLifecycle, isOpen, type ActionMove, type ActionState } from '../domain/action.js';
import type { PlanField } from '../domain/plan-fields.js';
import {
  compareRow,
  type Meaning,
  type Meanings,
  type PlanMapping,
  type PlanOutcome,
} from '../domain/plan-sheet.js';
import type { Problem } from '../imports/row-problem.js';
import { sameCell, type GridCell } from '../sheets/grid.js';
import { sayWord } from '../words/words.js';
import type { PlanCatalogue } from './plan-catalogue.js';
import type { PlanLine } from './read-lines.js';
import type { StoredAction } from './stored-actions.js';

/** What becomes of a line, and of which fields of its action. */
export interface LineFate {
  outcome: PlanOutcome;
  problems: Problem<PlanField>[];
  /** What is taken from the sheet. */
  changes: PlanField[];
  /** What both changed, whoever was chosen. */
  conflicts: PlanField[];
  /** Names what stood here when a side was chosen. */
  seen: string;
}

/** Facts that every action has: an empty cell says nothing of them. */
const never: readonly PlanField[] = [
  ...(['title', 'owner', 'service', 'dueOn', 'kind', 'state', 'progress', 'weight'] as const),
  ...(['origin', 'doneOn'] as const),
];

/** The fields that a mapping lets a sheet tell; a progress tells a state too. */
export function toldFields({ fields }: PlanMapping): PlanField[] {
  const told = fields.filter((field) => field && field !== 'reference' && field !== 'externalId');
  const all = told as PlanField[];
  return all.includes('progress') && !all.includes('state') ? [...all, 'state'] : all;
}

/** What becomes of a line whose action is not there yet. */
export function fateOfNew(
  line: PlanLine,
  mapping: PlanMapping,
  { writable }: PlanCatalogue,
): LineFate {
  const { meanings } = line;
  const problems = [...line.problems];
  if (!writable.has(String(meanings.service ?? mapping.defaults.unitId))) {
    problems.push({ field: 'service', code: 'row.unit_forbidden', facts: {} });
  }
  const dueOn = meanings.dueOn ?? mapping.defaults.dueOn;
  if (!meanings.dueOn && meanings.startOn && meanings.startOn > dueOn) {
    problems.push({ field: 'startOn', code: 'action.start_after_due', facts: {} });
  }
  const outcome = problems.length > 0 ? 'refused' : 'added';
  return { outcome, problems, changes: [], conflicts: [], seen: '' };
}

/** What becomes of a line whose action stands in the plan. */
export function fateOfKnown(
  line: PlanLine,
  stored: StoredAction,
  mapping: PlanMapping,
  catalogue: PlanCatalogue,
): LineFate {
  const { standing, row } = stored;
  const base = row?.meanings && row.applied ? { read: row.meanings, applied: row.applied } : null;
  const theirs = { ...line.meanings, state: settled(line.meanings.state, standing.state) };
  // A progress that stands tells no other state than the one that stands with it.
  const isWeak = !mapping.fields.includes('state') && theirs.progress === standing.progress;
  const fields = toldFields(mapping).filter(
    (field) =>
      !(never.includes(field) && (theirs[field] ?? null) === null) &&
      !(field === 'state' && isWeak),
  );
  const { changes, conflicts } = compareRow(theirs, standing, base, fields);
  const seen = digest(conflicts.map((field) => standing[field as keyof typeof standing]));
  const choice = mapping.choices.find((one) => one.line === line.line && one.seen === seen);
  const taken = choice?.take === 'sheet' ? [...changes, ...conflicts] : changes;
  const problems = [...line.problems, ...problemsOf(taken, line.meanings, stored, catalogue)];
  const isTouched = changes.length + conflicts.length > 0;
  if (isTouched && !catalogue.writable.has(stored.action.unitId)) {
    problems.push({ field: 'service', code: 'row.unit_forbidden', facts: {} });
  }
  const fate = { problems, changes: taken, conflicts, seen };
  if (problems.length > 0) return { ...fate, outcome: 'refused' };
  if (conflicts.length > 0 && !choice) return { ...fate, outcome: 'conflict' };
  const isNewHere = taken.length > 0 || conflicts.length > 0;
  const isChanged = isNewHere || (row !== null && asideChanged(line.cells, row.cells, mapping));
  return { ...fate, outcome: isChanged ? 'changed' : 'already_there' };
}

/** A sheet that says « fait » says no less of an action that was verified, nor any more. */
function settled(told: Meaning | undefined, stands: ActionState): Meaning {
  const finished: readonly unknown[] = ['done', 'verified'];
  return finished.includes(told) && finished.includes(stands) ? stands : (told ?? null);
}

/** What the sheet asks that the law does not let it. */
function problemsOf(
  taken: PlanField[],
  meanings: Meanings,
  { action, standing }: StoredAction,
  { writable }: PlanCatalogue,
): Problem<PlanField>[] {
  const problems: Problem<PlanField>[] = [];
  const complain = (field: PlanField, code: Problem['code'], facts = {}) =>
    problems.push({ field, code, facts });
  if (taken.includes('service') && !writable.has(String(meanings.service))) {
    complain('service', 'row.unit_forbidden');
  }
  if (taken.includes('owner') && meanings.owner === action.verifierId) {
    complain('owner', 'action.verifier_is_owner');
  }
  if (taken.includes('dueOn') && !isOpen(action.state)) complain('dueOn', 'row.due_settled');
  const state = meanings.state as ActionState | undefined;
  if (taken.includes('state') && state && !moveTo(action.state, state)) {
    const from = sayWord('fr', 'actionState', action.state);
    complain('state', 'row.move', { from, to: sayWord('fr', 'actionState', state) });
  }
  const start = taken.includes('startOn') ? meanings.startOn : standing.startOn;
  const due = taken.includes('dueOn') ? meanings.dueOn : standing.dueOn;
  if (start && due && start > due && (taken.includes('startOn') || taken.includes('dueOn'))) {
    complain('startOn', 'action.start_after_due');
  }
  return problems;
}

/** The move that brings an action from a state to another; a verdict is never a sheet's to give. */
export function moveTo(from: ActionState, to: ActionState): ActionMove | undefined {
  const moves: ActionMove[] = ['start', 'finish', 'cancel'];
  return moves.find((move) => {
    const { from: states, to: end } = actionLifecycle.moves[move];
    return states.includes(from) && end === to;
  });
}

/** Whether a cell that Boucle only keeps says something else. */
function asideChanged(now: GridCell[], before: GridCell[], { fields }: PlanMapping): boolean {
  return fields.some((field, at) => field === '' && !sameCell(now[at], before[at]));
}

function digest(values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
}
