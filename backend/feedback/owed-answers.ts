import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';
import type { FeedbackKind } from '../domain/feedback.js';
import { permissions } from '../domain/permissions.js';
import type { Owed } from '../people/owed.js';

/** A feedback whose sender awaits something; its title is its reference. */
export interface OwedAnswer extends Owed {
  kind: FeedbackKind;
}

/**
 * What is late or soon due to those who spoke, what is due first at the head. The owner of the answer
 * owes it; where there is none, the closest managers of the unit, or whoever else may answer there.
 */
export function owedAnswers(tx: EntityManager, until: Day): Promise<OwedAnswer[]> {
  return tx.query<OwedAnswer[]>(
    `SELECT 'answer' AS duty, f.id AS "subjectId", owing AS "personId", f.reference AS title,
            f.kind, f.due_on AS "dueOn", u.name AS "unitName", u.path, '/fiches/' || f.id AS page
       FROM feedback f
       JOIN unit u ON u.id = f.unit_id
       LEFT JOIN person o ON o.id = f.answer_owner_id AND o.active
       CROSS JOIN LATERAL (
         SELECT o.id WHERE o.id IS NOT NULL
         UNION ALL SELECT boucle_leads(u.path, $2, NULL) WHERE o.id IS NULL) AS one (owing)
      WHERE f.due_on <= $1
      ORDER BY f.due_on, f.id`,
    [until, permissions['feedback.answer']],
  );
}
