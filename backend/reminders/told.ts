import type { EntityManager } from 'typeorm';
import type { Duty } from './duties.js';
import type { Reminder } from './reminder.entity.js';

type Tellable = Pick<Duty, 'personId' | 'duty' | 'subjectId' | 'dueOn' | 'role' | 'step'> &
  Pick<Reminder, 'toldOn' | 'letterId'>;

/**
 * Notes the steps that a letter tells. By columns: of what was brought in from a file somebody may owe
 * thousands at once, and a row's every value would be a parameter, of which PostgreSQL takes 65,535.
 */
export async function noteTold(tx: EntityManager, duties: Tellable[]): Promise<void> {
  const told = duties.filter(({ step }) => step !== null);
  const all = <Key extends keyof Tellable>(key: Key) => told.map((duty) => duty[key]);
  await tx.query(
    `INSERT INTO reminder (person_id, duty, subject_id, due_on, role, step, told_on, letter_id)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::date[], $5::text[], $6::int[],
                          $7::date[], $8::uuid[])`,
    [
      ...[all('personId'), all('duty'), all('subjectId'), all('dueOn'), all('role'), all('step')],
      ...[all('toldOn'), all('letterId')],
    ],
  );
}
