import type { EntityManager } from 'typeorm';
import { permissions } from '../domain/permissions.js';
import { answerStepDue, reminderRules } from '../domain/reminders.js';
import type { FeedbackKind } from '../domain/feedback.js';
import { addDays, type Day } from '../domain/days.js';

/** A feedback whose sender awaits something, with one who owes it and the steps told to them. */
export interface OwedAnswer {
  id: string;
  reference: string;
  kind: FeedbackKind;
  unitName: string;
  /** ISO day. */
  dueOn: string;
  ownerId: string;
  ownerName: string;
  email: string;
  language: string;
  told: number[];
}

/**
 * What is late or soon due to those who spoke, what is due first at the head. The owner of the answer
 * owes it; where there is none, the closest managers of the unit, or whoever else may answer there.
 */
export function owedAnswers(
  tx: EntityManager,
  today: Day,
  ownerId?: string,
): Promise<OwedAnswer[]> {
  const [earliest] = reminderRules.beforeAnswer;
  return tx.query<OwedAnswer[]>(
    `SELECT f.id, f.reference, f.kind, u.name AS "unitName", f.due_on AS "dueOn",
            p.id AS "ownerId", p.name AS "ownerName", p.email, p.language,
            ARRAY(SELECT step FROM answer_reminder r
                   WHERE r.feedback_id = f.id AND r.person_id = p.id AND r.due_on = f.due_on)
              AS told
       FROM feedback f
       JOIN unit u ON u.id = f.unit_id
       LEFT JOIN person o ON o.id = f.answer_owner_id AND o.active
       JOIN person p ON p.active AND CASE WHEN o.id IS NOT NULL THEN p.id = o.id
         ELSE p.id IN (
           SELECT person_id FROM (
             SELECT m.person_id, rank() OVER (
                      ORDER BY m.role = 'manager' DESC, array_position(u.path, m.unit_id) DESC)
                      AS place
               FROM membership m JOIN person able ON able.id = m.person_id AND able.active
              WHERE m.unit_id = ANY (u.path) AND m.role = ANY ($2)) placed
            WHERE place = 1) END
      WHERE f.due_on <= $1 AND ($3::uuid IS NULL OR p.id = $3)
      ORDER BY f.due_on, f.id`,
    [addDays(today, -earliest), permissions['feedback.answer'], ownerId ?? null],
  );
}

/** Whether the last step that came due was not told yet. */
export function isAnswerToBeTold({ dueOn, told }: OwedAnswer, today: Day): boolean {
  const step = answerStepDue(dueOn, today);
  return step !== null && !told.includes(step.offset);
}
