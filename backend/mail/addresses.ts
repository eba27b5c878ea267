import type { EntityManager } from 'typeorm';
import { Letter, type LetterKind } from './letter.entity.js';

/** Whose address this is, a column or a parameter in lower case: somebody's that we write to. */
const isSomebodys = (email: string): string =>
  `(EXISTS (SELECT FROM person WHERE lower(person.email) = ${email})
    OR EXISTS (SELECT FROM reporter WHERE lower(reporter.email) = ${email})
    OR EXISTS (SELECT FROM survey_invitation i WHERE i.email = ${email}))`;

/**
 * Marks an address that letters do not reach; the first day stays, the last reason counts. One that
 * was corrected or purged meanwhile is nobody's any more, and is not kept.
 */
export async function markAddress(
  tx: EntityManager,
  { id, recipient }: { id: string; recipient: string },
  reason: string,
  now = new Date(),
): Promise<void> {
  await tx.query(
    `INSERT INTO address_trouble (email, reason, since, letter_id)
     SELECT lower($1), $2, $3, $4 WHERE ${isSomebodys('lower($1)')}
     ON CONFLICT (organization_id, email)
       DO UPDATE SET reason = excluded.reason, letter_id = excluded.letter_id`,
    [recipient, reason.slice(0, 1000), now, id],
  );
}

/**
 * Marks the address of a letter that came back. Gives whether it was one of ours: anybody may send
 * us a notice, but only an address that we wrote to can be marked by it.
 */
export async function markBounced(
  tx: EntityManager,
  letterId: string,
  reason: string,
  now = new Date(),
): Promise<boolean> {
  // Locked whatever its state: a notice may come before the postman has noted that it left.
  const letter = await tx.findOne(Letter, {
    select: { organizationId: true, id: true, recipient: true, state: true },
    where: { id: letterId },
    lock: { mode: 'pessimistic_write' },
  });
  if (letter?.state !== 'sent' || !letter.recipient) return false;
  await markAddress(tx, letter, reason, now);
  return true;
}

/** Notes that the mail server took a letter: whoever it was for can be reached again. */
export async function noteSent(tx: EntityManager, id: string, now: Date): Promise<void> {
  // What it said is the reader's now: a code or an invitation must not lie here in clear.
  await tx.query(
    `WITH sent AS (
       UPDATE letter SET state = 'sent', sent_at = $2, text = '', html = '',
              unsubscribe = NULL
        WHERE id = $1 AND state = 'waiting' RETURNING recipient)
     DELETE FROM address_trouble USING sent WHERE email = lower(sent.recipient)`,
    [id, now],
  );
}

/** Forgets the marks on addresses that nobody has any more: corrected, or purged. */
export async function forgetStrayMarks(tx: EntityManager): Promise<void> {
  await tx.query(`DELETE FROM address_trouble WHERE NOT ${isSomebodys('address_trouble.email')}`);
}

/**
 * Erases from the letters to whoever spoke the addresses that no feedback holds any more; one that
 * failed is put aside for good.
 */
export async function forgetRecipients(tx: EntityManager, now = new Date()): Promise<void> {
  await tx.query(
    `UPDATE letter SET recipient = '', problem = NULL, text = '', html = '', unsubscribe = NULL,
            aside_at = CASE WHEN state = 'failed' THEN coalesce(aside_at, $2) END
      WHERE kind = ANY ($1) AND state <> 'waiting' AND recipient <> ''
        AND NOT EXISTS (SELECT FROM reporter r WHERE lower(r.email) = lower(letter.recipient))`,
    [toReporters, now],
  );
}

/** The kinds of letters that whoever spoke gets. */
const toReporters: LetterKind[] = ['acknowledgement', 'answer', 'transfer', 'news', 'closing'];
