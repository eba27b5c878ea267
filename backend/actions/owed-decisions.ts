import type { EntityManager } from 'typeorm';
import { permissions } from '../domain/permissions.js';
import type { Owed } from '../people/owed.js';

/** What waits for a decision. */
export interface OwedDecision extends Owed {
  /** Who says that the action is not theirs; of a request for more time, nobody. */
  disownedBy: string | null;
}

/**
 * The requests for more time, and the actions whose owner says that they are not theirs, that wait
 * for a decision, the oldest at the head; due when asked.
 */
export async function owedDecisions(tx: EntityManager): Promise<OwedDecision[]> {
  const requests = await tx.query<OwedDecision[]>(
    `SELECT 'decision' AS duty, d.id AS "subjectId", lead AS "personId", a.title,
            (d.asked_at AT TIME ZONE o.time_zone)::date::text AS "dueOn", u.name AS "unitName",
            u.path, '/actions/' || a.id AS page, NULL AS "disownedBy"
       FROM deferral d
       JOIN action a ON a.id = d.action_id
       JOIN unit u ON u.id = a.unit_id
       JOIN organization o ON o.id = a.organization_id
       CROSS JOIN LATERAL boucle_leads(u.path, $1, d.asked_by) AS lead
      WHERE d.state = 'asked'
      ORDER BY d.asked_at, d.id`,
    [permissions['action.reschedule']],
  );
  const disowned = await tx.query<OwedDecision[]>(
    `SELECT 'decision' AS duty, a.id AS "subjectId", lead AS "personId", a.title,
            a.disowned_on AS "dueOn", u.name AS "unitName", u.path, '/actions/' || a.id AS page,
            p.name AS "disownedBy"
       FROM action a
       JOIN unit u ON u.id = a.unit_id
       JOIN person p ON p.id = a.owner_id
       CROSS JOIN LATERAL boucle_leads(u.path, $1, a.owner_id) AS lead
      WHERE a.disowned_on IS NOT NULL
      ORDER BY a.disowned_on, a.id`,
    [permissions['action.edit']],
  );
  return [...requests, ...disowned];
}
