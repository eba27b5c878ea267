import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';
import { forgetStrayMarks } from '../mail/addresses.js';
import { leftOf } from './mailing-search.js';

/** The letters of invitations, the first one and the reminder. */
const lettersOf = `
  survey_invitation i CROSS JOIN LATERAL (VALUES (i.letter_id), (i.reminder_id)) AS of (letter_id)
    JOIN letter l ON l.id = of.letter_id`;

const hasDoor = `EXISTS (
  SELECT FROM door d WHERE d.organization_id = i.organization_id AND d.target_id = i.id
     AND d.kind = 'survey_invitation')`;

/** Those who may still answer by a link of theirs: nobody else is reminded. */
export const awaitsAnswer = hasDoor;

/** Takes back the letters of these invitations that have not left; one that is on its way goes. */
export async function withdrawLetters(
  tx: EntityManager,
  which: string,
  facts: unknown[],
): Promise<void> {
  await tx.query(
    `DELETE FROM letter WHERE id IN (
       SELECT l.id FROM ${lettersOf} WHERE l.state <> 'sent' AND ${which}
        ORDER BY l.id FOR UPDATE OF l SKIP LOCKED)`,
    facts,
  );
}

/** Erases from the letters the addresses that their invitations have lost. */
export async function blankLetters(tx: EntityManager): Promise<void> {
  await withdrawLetters(tx, `i.email IS NULL AND l.state = 'failed'`, []);
  await tx.query(
    `UPDATE letter SET recipient = '', problem = NULL WHERE id IN (
       SELECT l.id FROM ${lettersOf}
        WHERE i.email IS NULL AND l.state = 'sent' AND l.recipient <> '')`,
  );
}

/** Erases the addresses of these invitations, wherever they stand. */
export async function eraseAddresses(
  tx: EntityManager,
  which: 'id' | 'mailing_id',
  value: string,
): Promise<void> {
  await tx.query(`UPDATE survey_invitation SET email = NULL WHERE ${which} = $1`, [value]);
  await blankLetters(tx);
  await forgetStrayMarks(tx);
}

/** Takes away what a mailing that is over leaves behind: only its numbers stay. */
export async function clearEnded(tx: EntityManager, today: Day): Promise<void> {
  const over = `i.mailing_id IN (SELECT id FROM survey_mailing WHERE ends_on < $1)`;
  await withdrawLetters(tx, over, [today]);
  await tx.query(
    `UPDATE survey_mailing m SET delivered = ${leftOf}
      WHERE ends_on < $1 AND delivered IS NULL`,
    [today],
  );
  await tx.query(
    `DELETE FROM door d USING survey_invitation i
      WHERE d.kind = 'survey_invitation' AND d.organization_id = i.organization_id
        AND d.target_id = i.id AND ${over}`,
    [today],
  );
  // One whose letter is still on its way waits until that letter can be blanked.
  await tx.query(
    `DELETE FROM survey_invitation i
      WHERE ${over} AND i.email IS NULL AND NOT EXISTS (
        SELECT FROM letter l WHERE l.id IN (i.letter_id, i.reminder_id) AND l.recipient <> '')`,
    [today],
  );
}
