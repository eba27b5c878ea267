import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';
import { permissions } from '../domain/permissions.js';
import { checkStepDue } from '../domain/reminders.js';
import type { CheckReminder } from './check-reminder.entity.js';
import { checkDueDay } from './to-verify.js';

/** An action whose effect is due to be verified, with one who is asked and the steps told to them. */
export interface OwedCheck {
  id: string;
  title: string;
  /** ISO day. */
  dueOn: string;
  ownerId: string;
  ownerName: string;
  email: string;
  language: string;
  told: number[];
}

/**
 * What is due to be verified, what was due first at the head. Its verifier is asked; where there is
 * none, the closest managers of the unit, or whoever else may verify there; never its owner.
 */
export function owedChecks(tx: EntityManager, today: Day, personId?: string): Promise<OwedCheck[]> {
  return tx.query<OwedCheck[]>(
    `SELECT a.id, a.title, ${checkDueDay} AS "dueOn",
            p.id AS "ownerId", p.name AS "ownerName", p.email, p.language,
            ARRAY(SELECT step FROM check_reminder r
                   WHERE r.action_id = a.id AND r.person_id = p.id AND r.due_on = ${checkDueDay})
              AS told
       FROM action a
       JOIN unit u ON u.id = a.unit_id
       LEFT JOIN person v ON v.id = a.verifier_id AND v.active
       JOIN person p ON p.active AND CASE WHEN v.id IS NOT NULL THEN p.id = v.id
         ELSE p.id IN (
           SELECT person_id FROM (
             SELECT m.person_id, rank() OVER (
                      ORDER BY m.role = 'manager' DESC, array_position(u.path, m.unit_id) DESC)
                      AS place
               FROM membership m JOIN person able ON able.id = m.person_id AND able.active
              WHERE m.unit_id = ANY (u.path) AND m.role = ANY ($2)
                AND m.person_id <> a.owner_id) placed
            WHERE place = 1) END
      WHERE a.state = 'done' AND ${checkDueDay} <= $1
        AND ($3::uuid IS NULL OR p.id = $3)
      ORDER BY ${checkDueDay}, a.id`,
    [today, permissions['action.verify'], personId ?? null],
  );
}

/** Whether the last step that came due was not told yet. */
export function isCheckToBeTold({ dueOn, told }: OwedCheck, today: Day): boolean {
  const step = checkStepDue(dueOn, today);
  return step !== null && !told.includes(step.offset);
}

/** The steps of the checks that a letter tells. */
export function checksTold(
  checks: OwedCheck[],
  today: Day,
  letterId: string,
): Partial<CheckReminder>[] {
  return checks
    .filter((check) => isCheckToBeTold(check, today))
    .flatMap(({ id, ownerId, dueOn }) => {
      const step = checkStepDue(dueOn, today)?.offset;
      return step === undefined ? [] : [{ actionId: id, personId: ownerId, dueOn, step, letterId }];
    });
}
