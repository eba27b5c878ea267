import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { forgetStrayMarks } from '../mail/addresses.js';
import { Letter } from '../mail/letter.entity.js';
import { Outbox } from '../mail/outbox.js';
import type { StuckMailDto } from './letters.dto.js';
import { countStuck, markedAddresses, stuckLetters } from './stuck-mail.js';

/** How many letters are sent once more in one transaction. */
const mostAtOnce = 1000;

/** The letters that did not leave, and what becomes of them. */
@Injectable()
export class Letters {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** What failed or has waited long, and the addresses that letters do not reach. */
  stuck(me: Member, now = new Date()): Promise<StuckMailDto> {
    return this.tenancy.within(me, async (tx) => ({
      letters: await stuckLetters(tx, me, now),
      total: await countStuck(tx, now),
      ...(await markedAddresses(tx, me)),
    }));
  }

  /**
   * Sends one once more, to a corrected address where one is given.
   * @throws Refusal `record.unknown`, `letter.leaving`, `letter.address_fixed`.
   */
  resend(me: Member, id: string, address: string | undefined, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await hold(tx, id);
      const [letter] = await stuckLetters(tx, me, now, id);
      if (!letter) throw new Refusal('unknown', 'record.unknown');
      const corrected = address !== undefined && address !== letter.recipient;
      if (corrected) {
        if (!letter.correctable || !letter.recipient) {
          throw new Refusal('forbidden', 'letter.address_fixed');
        }
        await correct(tx, me, letter.recipient, address);
      }
      await this.outbox.resend(tx, me, [id], corrected ? address : undefined, now);
      await this.journal.write(tx, me, 'letter.resend', id, { kind: letter.kind, corrected });
    });
  }

  /**
   * Sends once more all that failed; gives how many. A digest of another day is left: today's says
   * all that matters.
   */
  resendAll(me: Member, now = new Date()): Promise<number> {
    return this.tenancy.within(me, async (tx) => {
      const letters = await tx.query<{ id: string }[]>(
        `SELECT id FROM letter
          WHERE state = 'failed' AND aside_at IS NULL
            AND (kind <> 'digest' OR created_at > $1::timestamptz - interval '12 hours')
          ORDER BY created_at, id LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED`,
        [now],
      );
      if (letters.length === 0) return 0;
      const ids = letters.map(({ id }) => id);
      await this.outbox.resend(tx, me, ids, undefined, now);
      const details = { count: ids.length };
      await this.journal.write(tx, me, 'letter.resend_all', me.organizationId, details);
      return ids.length;
    });
  }
}

/** Keeps the postman away from it: what is on its way now is not sent once more. */
async function hold(tx: EntityManager, id: string): Promise<void> {
  const where = { id };
  const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
  const letter = await tx.findOne(Letter, { where, lock });
  if (letter && letter.state !== 'sent') return;
  if (letter || (await tx.existsBy(Letter, where))) {
    throw new Refusal('conflict', 'letter.leaving');
  }
  throw new Refusal('unknown', 'record.unknown');
}

/** Gives a reporter the address as it should have been, wherever I may know them. */
async function correct(
  tx: EntityManager,
  me: Member,
  former: string,
  address: string,
): Promise<void> {
  await tx.query(
    `UPDATE reporter SET email = $2 FROM feedback f
      WHERE f.id = reporter.feedback_id AND lower(reporter.email) = lower($1)
        AND f.unit_id = ANY ($3)`,
    [former, address, me.unitsFor('reporter.read')],
  );
  await forgetStrayMarks(tx);
}
