import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Action } from '../actions/action.entity.js';
import { Origin } from '../actions/origin.entity.js';
import type { ActionState } from '../domain/action.js';
import { newReference } from '../domain/codes.js';
import { planFields } from '../domain/plan-fields.js';
import type { Meanings, PlanDefaults } from '../domain/plan-sheet.js';
import { Objective } from '../plans/objective.entity.js';
import { say } from '../words/words.js';
import { wordsFrom } from './action-words.js';
import type { OpenedPlan } from './plan-sheet-files.js';

/** Opens the action that a row tells; what the row does not say is as somebody chose for all. */
export async function openAction(
  tx: EntityManager,
  { run, catalogue: { today } }: OpenedPlan,
  planId: string,
  meanings: Meanings,
  now: Date,
): Promise<string> {
  const { defaults } = run.planMapping;
  const id = newId();
  const told = planFields.filter((field) => (meanings[field] ?? null) !== null);
  await tx.insert(Action, {
    ...{ id, reference: `A${newReference(today)}`, planId, createdBy: run.createdBy },
    ...{ unitId: defaults.unitId, ownerId: defaults.ownerId, kind: defaults.kind },
    ...{ title: '', weight: 1, dueOn: defaults.dueOn, movedAt: now },
    ...wordsFrom(told, meanings),
    ...(meanings.dueOn && { dueOn: String(meanings.dueOn) }),
    ...stateFrom(meanings, defaults, run.fileName, today),
    objectiveId: await objectiveOf(tx, planId, meanings.objective as string | null | undefined),
  });
  const reference = String(meanings.origin ?? defaults.origin);
  await tx.insert(Origin, { id: newId(), actionId: id, kind: defaults.originKind, reference });
  return id;
}

/** The state that a row tells; a verdict is not a sheet's to give. */
function stateFrom(
  meanings: Meanings,
  { doneOn }: PlanDefaults,
  file: string,
  today: string,
): Partial<Action> {
  const told = (meanings.state as ActionState | null | undefined) ?? 'planned';
  const state = told === 'verified' ? 'done' : told;
  const progress = Number(meanings.progress ?? 0);
  if (state === 'done') {
    const day = String(meanings.doneOn ?? doneOn);
    return { state, progress: 100, doneOn: day < today ? day : today };
  }
  if (state !== 'cancelled') return { state, progress };
  return { state, progress, cancelReason: say('fr', 'plan_sheet.cancelled', { file }) };
}

/** The objective with these words, added to the plan where there is none. */
export async function objectiveOf(
  tx: EntityManager,
  planId: string,
  wording: string | null | undefined,
): Promise<string | null> {
  if (!wording) return null;
  const known = await tx.findBy(Objective, { planId });
  const found = known.find((one) => one.wording === wording);
  if (found) return found.id;
  const id = newId();
  const position = Math.max(0, ...known.map((one) => one.position)) + 1;
  await tx.insert(Objective, { id, planId, wording, position });
  await tx.query('UPDATE action_plan SET version = version + 1 WHERE id = $1', [planId]);
  return id;
}
