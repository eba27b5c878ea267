import type { EntityManager } from 'typeorm';
import type { OwedStepDto } from './steps.dto.js';

// Those of my own actions are on their record: what is told here is what I would not think of.
const owed = `FROM action_step s JOIN action a ON a.id = s.action_id
  WHERE s.owner_id = $1 AND s.done_on IS NULL AND s.removed_at IS NULL
    AND a.owner_id <> $1 AND a.state IN ('planned', 'in_progress')`;

/** How many steps of others' actions wait for somebody. */
export async function countSteps(tx: EntityManager, personId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count ${owed}`, [
    personId,
  ]);
  return row?.count ?? 0;
}

/** The steps of others' actions that somebody is to do, the most pressing first. */
export function stepsOf(
  tx: EntityManager,
  personId: string,
  today: string,
  limit: number,
): Promise<OwedStepDto[]> {
  return tx.query<OwedStepDto[]>(
    `SELECT s.id, s.title, s.due_on AS "dueOn", coalesce(s.due_on < $2, false) AS late,
            (SELECT name FROM person WHERE id = a.owner_id) AS "ownerName",
            json_build_object('id', a.id, 'reference', a.reference, 'title', a.title) AS action
       ${owed}
      ORDER BY s.due_on NULLS LAST, s.id LIMIT $3`,
    [personId, today, limit],
  );
}
