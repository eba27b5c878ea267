import type { EntityManager } from 'typeorm';

/** Which letter came back: its `Message-ID`, or else the address that it was sent to. */
export type Returned = { messageId: string } | { email: string };

/** Marks an address that letters do not reach; the first day stays, the last reason counts. */
export async function markAddress(
  tx: EntityManager,
  { id, recipient }: { id: string; recipient: string },
  reason: string,
  now = new Date(),
): Promise<void> {
  await tx.query(
    `INSERT INTO address_trouble (email, reason, since, letter_id)
     VALUES (lower($1), $2, $3, $4)
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
  returned: Returned,
  reason: string,
  now = new Date(),
): Promise<boolean> {
  const [which, value] =
    'messageId' in returned
      ? (['id = $1', letterIdOf(returned.messageId)] as const)
      : (['lower(recipient) = lower($1)', returned.email.trim()] as const);
  if (!value) return false;
  const [letter] = await tx.query<{ id: string; recipient: string }[]>(
    `SELECT id, recipient FROM letter WHERE ${which} AND state = 'sent'
      ORDER BY sent_at DESC LIMIT 1`,
    [value],
  );
  if (!letter) return false;
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
  await tx.query(
    `DELETE FROM address_trouble t
      WHERE NOT EXISTS (SELECT FROM person p WHERE lower(p.email) = t.email)
        AND NOT EXISTS (SELECT FROM reporter r WHERE lower(r.email) = t.email)`,
  );
}

/** `<0193…@boucle.example.org>` carries the id of its letter. */
function letterIdOf(messageId: string): string | undefined {
  return /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(messageId)?.[1];
}
