import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Letter, type LetterKind } from '../mail/letter.entity.js';

/** How long what a letter says is kept, for whoever takes it back. */
const patience = '1 day';

/** Letters that failed and that nobody wants to send any more. */
@Injectable()
export class SetAside {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  /** Puts one aside; again, nothing changes. @throws Refusal `record.unknown`, `letter.leaving`. */
  put(me: Member, id: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const changed = `UPDATE letter SET aside_at = $2
                        WHERE id = $1 AND state = 'failed' AND aside_at IS NULL RETURNING kind`;
      if (await this.did(tx, me, 'letter.set_aside', changed, [id, now])) return;
      const { asideAt } = await known(tx, id);
      if (!asideAt) throw new Refusal('conflict', 'letter.leaving');
    });
  }

  /** Takes it back among those that failed. @throws Refusal `record.unknown`, `letter.erased`. */
  takeBack(me: Member, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const changed = `UPDATE letter SET aside_at = NULL
                        WHERE id = $1 AND aside_at IS NOT NULL AND text <> '' RETURNING kind`;
      if (await this.did(tx, me, 'letter.take_back', changed, [id])) return;
      const { asideAt } = await known(tx, id);
      if (asideAt) throw new Refusal('gone', 'letter.erased');
    });
  }

  /** Erases what those say that were put aside: a code or an invitation must not lie here in clear. */
  async sweep(now = new Date()): Promise<void> {
    await this.tenancy.each((tenant) =>
      this.tenancy.within(tenant, async (tx) => {
        await tx.query(
          `UPDATE letter SET text = '', html = '', unsubscribe = NULL
            WHERE aside_at < $1::timestamptz - $2::interval AND text <> ''`,
          [now, patience],
        );
      }),
    );
  }

  private async did(
    tx: EntityManager,
    me: Member,
    verb: string,
    change: string,
    parameters: unknown[],
  ): Promise<boolean> {
    const [[letter]] = await tx.query<[{ kind: LetterKind }[], number]>(change, parameters);
    if (letter) await this.journal.write(tx, me, verb, String(parameters[0]), { ...letter });
    return letter !== undefined;
  }
}

async function known(tx: EntityManager, id: string): Promise<Letter> {
  const letter = await tx.findOneBy(Letter, { id });
  if (!letter) throw new Refusal('unknown', 'record.unknown');
  return letter;
}
