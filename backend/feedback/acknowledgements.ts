import type { EntityManager } from 'typeorm';

/** How many acknowledgements an address that anybody gives on a public page is sent in a day. */
const mostADay = 5;

/**
 * Whether an address is still sent acknowledgements today: a public page takes any address, and is
 * not to be what fills a stranger's mailbox. The page itself shows the code all the same.
 */
export async function isWrittenTo(tx: EntityManager, email: string, now: Date): Promise<boolean> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM letter
      WHERE lower(recipient) = lower($1) AND kind = 'acknowledgement'
        AND created_at > $2::timestamptz - interval '1 day'`,
    [email, now],
  );
  return count < mostADay;
}
