import type { EntityManager } from 'typeorm';
import type { Day } from '../domain/days.js';

/** A digest of today, in the place of those of other days. */
export interface NewDigest {
  personId: string;
  letterId: string;
}

/**
 * Takes back the digests that the mail server has not taken yet: today's says all that still matters,
 * and nobody is to get those of several days at once when it comes back. What they told is held to be
 * told by today's. One that is on its way is waited for, and counts as sent if it arrives.
 */
export async function takeBackUnsent(
  tx: EntityManager,
  digests: NewDigest[],
  today: Day,
): Promise<void> {
  const unsent = await tx.query<{ former: string; personId: string }[]>(
    `SELECT l.id AS former, d.person_id AS "personId"
       FROM digest d JOIN letter l ON l.id = d.letter_id
      WHERE d.person_id = ANY ($1) AND d.day < $2 AND l.state = 'waiting'
      ORDER BY l.id FOR UPDATE OF l`,
    [digests.map(({ personId }) => personId), today],
  );
  if (unsent.length === 0) return;
  const formers = unsent.map(({ former }) => former);
  const instead = unsent.map(
    (one) => digests.find(({ personId }) => personId === one.personId)?.letterId,
  );
  for (const table of ['digest', 'reminder']) {
    await tx.query(
      `UPDATE ${table} SET letter_id = moved.instead
         FROM unnest($1::uuid[], $2::uuid[]) AS moved (former, instead)
        WHERE letter_id = moved.former`,
      [formers, instead],
    );
  }
  await tx.query('DELETE FROM letter WHERE id = ANY ($1)', [formers]);
}
