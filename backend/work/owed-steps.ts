import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';
import type { Owed } from '../people/owed.js';
import type { OwedStepDto } from './steps.dto.js';

/** A step of somebody else's action, as whoever is to do it owes it. */
export interface OwedStep extends Owed {
  /** The title of its action. */
  partOf: string;
}

// Those of one's own actions are on their record: what is told is what one would not think of.
const open = `FROM action_step s JOIN action a ON a.id = s.action_id`;
const isOwed = `s.done_on IS NULL AND s.removed_at IS NULL
    AND a.owner_id <> s.owner_id AND a.state IN ('planned', 'in_progress')`;
const owed = `${open} WHERE s.owner_id = $1 AND ${isOwed}`;

/** The steps that are due by `until`, what is due first at the head. */
export function owedSteps(tx: EntityManager, until: Day): Promise<OwedStep[]> {
  return tx.query<OwedStep[]>(
    `SELECT 'step' AS duty, s.id AS "subjectId", s.owner_id AS "personId", s.title,
            a.title AS "partOf", s.due_on::text AS "dueOn", u.name AS "unitName", u.path,
            '/actions/' || a.id AS page
       ${open} JOIN unit u ON u.id = a.unit_id
      WHERE s.due_on <= $1 AND ${isOwed}
      ORDER BY s.due_on, s.id`,
    [until],
  );
}

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
