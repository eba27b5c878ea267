import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';
import type { Owed } from '../people/owed.js';

/** An open action as its owner owes it. */
export interface OwedAction extends Owed {
  reference: string;
  ownerName: string;
  /** When its owner last said where it stands. */
  reportedAt: Date | null;
  /** The due dates that it had before, oldest first. */
  formerDays: Day[];
}

/**
 * The open actions that are due by `until`, what is due first at the head. One whose owner asked for
 * more time, or said that it is not theirs, waits for the decision, not for them.
 */
export function owedActions(
  tx: EntityManager,
  until: Day,
  actionId?: string,
): Promise<OwedAction[]> {
  return tx.query<OwedAction[]>(
    `SELECT 'action' AS duty, a.id AS "subjectId", a.owner_id AS "personId", a.title, a.reference,
            a.due_on AS "dueOn", u.name AS "unitName", u.path, '/actions/' || a.id AS page,
            p.name AS "ownerName",
            (SELECT max(at) FROM journal j WHERE j.subject_id = a.id AND j.person_id = a.owner_id
                AND j.verb = 'action.report') AS "reportedAt",
            ARRAY(SELECT from_day::text FROM deferral d
                   WHERE d.action_id = a.id AND d.state = 'granted' ORDER BY d.decided_at)
              AS "formerDays"
       FROM action a
       JOIN unit u ON u.id = a.unit_id
       JOIN person p ON p.id = a.owner_id
      WHERE a.state IN ('planned', 'in_progress') AND a.due_on <= $1
        AND ($2::uuid IS NULL OR a.id = $2)
        AND a.disowned_on IS NULL
        AND NOT EXISTS (SELECT FROM deferral d WHERE d.action_id = a.id AND d.state = 'asked')
      ORDER BY a.due_on, a.id`,
    [until, actionId ?? null],
  );
}
