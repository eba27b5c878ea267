import type { EntityManager } from 'typeorm';
import { permissions } from '../domain/permissions.js';
import type { Owed } from '../people/owed.js';

/** The requests for more time that wait for a decision, the oldest at the head; due when asked. */
export function owedDecisions(tx: EntityManager): Promise<Owed[]> {
  return tx.query<Owed[]>(
    `SELECT 'decision' AS duty, d.id AS "subjectId", lead AS "personId", a.title,
            (d.asked_at AT TIME ZONE o.time_zone)::date::text AS "dueOn", u.name AS "unitName",
            u.path, '/actions/' || a.id AS page
       FROM deferral d
       JOIN action a ON a.id = d.action_id
       JOIN unit u ON u.id = a.unit_id
       JOIN organization o ON o.id = a.organization_id
       CROSS JOIN LATERAL boucle_leads(u.path, $1, d.asked_by) AS lead
      WHERE d.state = 'asked'
      ORDER BY d.asked_at, d.id`,
    [permissions['action.reschedule']],
  );
}
