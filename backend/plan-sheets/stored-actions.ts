import type { EntityManager } from 'typeorm';
import { Action } from '../actions/action.entity.js';
import type { Meanings, Standing } from '../domain/plan-sheet.js';
import { Objective } from '../plans/objective.entity.js';
import { PlanSheetRow } from './plan-sheet-row.entity.js';
import { names } from './read-lines.js';

/** An action of a plan, how it stands, and the row that it was last told by. */
export interface StoredAction {
  action: Action;
  standing: Standing;
  row: PlanSheetRow | null;
}

/** The actions of a plan, or one of them, in the order of their sheet. */
export async function storedActions(
  tx: EntityManager,
  planId: string,
  actionId?: string,
): Promise<StoredAction[]> {
  const actions = await tx.find(Action, {
    where: { planId, ...(actionId && { id: actionId }) },
    order: { id: 'ASC' },
  });
  const rows = await tx.find(PlanSheetRow, {
    where: { planId, ...(actionId && { actionId }) },
    order: { line: 'ASC' },
  });
  const objectives = await tx.findBy(Objective, { planId });
  const origins = await tx.query<{ actionId: string; reference: string }[]>(
    `SELECT DISTINCT ON (o.action_id) o.action_id AS "actionId", o.reference
       FROM origin o JOIN action a ON a.id = o.action_id
      WHERE a.plan_id = $1 AND ($2::uuid IS NULL OR a.id = $2) AND o.kind IN ('recommendation', 'audit')
      ORDER BY o.action_id, o.id`,
    [planId, actionId ?? null],
  );
  const wordingOf = new Map(objectives.map(({ id, wording }) => [id, wording]));
  const originOf = new Map(origins.map((origin) => [origin.actionId, origin.reference]));
  const rowOf = new Map(rows.map((row) => [row.actionId, row]));
  const stored = actions.map((action) => ({
    action,
    standing: standingOf(
      action,
      wordingOf.get(action.objectiveId ?? '') ?? null,
      originOf.get(action.id) ?? null,
    ),
    row: rowOf.get(action.id) ?? null,
  }));
  const place = ({ row }: StoredAction) => row?.line ?? Infinity;
  return stored.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** How an action stands, as the cells of a sheet would mean it. */
function standingOf(action: Action, objective: string | null, origin: string | null): Standing {
  const { title, dueOn, startOn, doneOn, progress, state, kind, cost, effortDays, weight } = action;
  return {
    ...{ objective, title, owner: action.ownerId, service: action.unitId },
    ...{ dueOn, startOn, doneOn, progress, state, kind, origin, cost, effortDays, weight },
    rationale: action.rationale || null,
    description: action.description || null,
    criterion: action.criterion || null,
    stakeholders: action.stakeholders || null,
    participants: action.participants || null,
    skills: action.skills || null,
    levers: action.levers || null,
    obstacles: action.obstacles || null,
  };
}

/** What a sheet that is written now would say of an action by its number, its words and its axis. */
export function toldOf({ standing, row }: StoredAction): Meanings {
  const { meanings, applied } = row ?? {};
  const told = (field: 'title' | 'objective') =>
    meanings && applied?.[field] === standing[field] ? (meanings[field] ?? null) : standing[field];
  return {
    externalId: meanings?.externalId ?? null,
    title: told('title'),
    objective: told('objective'),
  };
}

/** Finds the action that a row tells: by its reference, as it was brought in, or as it is written now. */
export class KnownActions {
  readonly byReference = new Map<string, StoredAction>();
  private readonly bySource = new Map<string, StoredAction>();
  private readonly byTold = new Map<string, StoredAction>();

  constructor(stored: StoredAction[]) {
    const nameOf = names();
    for (const one of stored) {
      this.byReference.set(one.action.reference, one);
      if (one.row?.sourceId) this.bySource.set(one.row.sourceId, one);
      this.byTold.set(nameOf(toldOf(one)), one);
    }
  }

  find(sourceId: string, taken: ReadonlySet<string>): StoredAction | undefined {
    const found = [this.bySource.get(sourceId), this.byTold.get(sourceId)];
    return found.find((one) => one && !taken.has(one.action.id));
  }
}
