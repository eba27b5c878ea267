import type { EntityManager } from 'typeorm';
import { checkDueDay } from '../actions/to-verify.js';
import type { Day } from '../domain/days.js';
import { permissions } from '../domain/permissions.js';
import type { Owed } from '../people/owed.js';

/**
 * The effects that are due to be verified, what was due first at the head. Its verifier is asked;
 * where there is none, the closest managers of the unit, or whoever else may verify there; never its
 * owner.
 */
export function owedChecks(tx: EntityManager, today: Day): Promise<Owed[]> {
  return tx.query<Owed[]>(
    `SELECT 'check' AS duty, a.id AS "subjectId", asked AS "personId", a.title,
            ${checkDueDay}::text AS "dueOn", u.name AS "unitName", u.path,
            '/actions/' || a.id AS page
       FROM action a
       JOIN unit u ON u.id = a.unit_id
       LEFT JOIN person v ON v.id = a.verifier_id AND v.active
       CROSS JOIN LATERAL (
         SELECT v.id WHERE v.id IS NOT NULL
         UNION ALL SELECT boucle_leads(u.path, $2, a.owner_id) WHERE v.id IS NULL) AS one (asked)
      WHERE a.state = 'done' AND ${checkDueDay} <= $1
      ORDER BY ${checkDueDay}, a.id`,
    [today, permissions['action.verify']],
  );
}
