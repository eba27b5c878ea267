import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { afterCommit, Tenancy, type Tenant } from '../database/tenancy.js';
import { Queues } from '../jobs/queues.js';
import { Organization } from '../organization/organization.entity.js';
import { compose, type Block, type Letterhead } from './compose.js';
import { Letter, type LetterKind } from './letter.entity.js';

/** A letter before it is written. */
export interface Draft {
  kind: LetterKind;
  recipient: string;
  subject: string;
  blocks: Block[];
  /** Where its reader asks for fewer: a page for whoever opens it, a POST for one click (RFC 8058). */
  unsubscribe?: string;
}

/** A letter as it leaves. */
export type Drawn = Omit<Draft, 'blocks'> & ReturnType<typeof compose>;

/** Who the draft is written for: its words and its links depend on it. */
export type Write = (head: Letterhead) => Draft;

/** A letter's job carries only where its row is. */
export interface LetterJob extends Tenant {
  letterId: string;
}

/** How long a letter may wait before the sweep takes it for forgotten. */
const patience = '1 minute';

/** Letters are rows first: written in the transaction of their cause, sent afterwards. */
@Injectable()
export class Outbox {
  constructor(
    private readonly queues: Queues,
    private readonly tenancy: Tenancy,
  ) {}

  /** A letter as it would leave, in the reader's language, with the organisation's name and colour. */
  async draw(
    tx: EntityManager,
    { organizationId }: Tenant,
    language: string,
    write: Write,
  ): Promise<Drawn> {
    const { name, colour } = await tx.findOneByOrFail(Organization, { id: organizationId });
    return drawn({ language, organization: name, colour }, write);
  }

  /** Writes a letter in the reader's language, and gives its id. */
  async post(tx: EntityManager, tenant: Tenant, language: string, write: Write): Promise<string> {
    const [id] = await this.postAll(tx, tenant, [{ language, write }]);
    return id as string;
  }

  /** Writes several letters at once, each in its reader's language, and gives their ids in order. */
  async postAll(
    tx: EntityManager,
    { organizationId }: Tenant,
    letters: readonly { language: string; write: Write }[],
  ): Promise<string[]> {
    if (letters.length === 0) return [];
    const { name, colour } = await tx.findOneByOrFail(Organization, { id: organizationId });
    const rows = letters.map(({ language, write }) => ({
      id: newId(),
      ...drawn({ language, organization: name, colour }, write),
    }));
    await tx.insert(Letter, rows);
    const ids = rows.map(({ id }) => id);
    afterCommit(tx, () => this.queue(ids.map((letterId) => ({ organizationId, letterId }))));
    return ids;
  }

  /** Sends letters once more, as if they were written now; to another address where one is given. */
  async resend(
    tx: EntityManager,
    { organizationId }: Tenant,
    ids: string[],
    recipient?: string,
    now = new Date(),
  ): Promise<void> {
    await tx.query(
      `UPDATE letter SET state = 'waiting', attempts = 0, tried_at = NULL, problem = NULL,
              created_at = $2, recipient = coalesce($3, recipient)
        WHERE id = ANY ($1) AND state <> 'sent'`,
      [ids, now, recipient ?? null],
    );
    afterCommit(tx, () => this.queue(ids.map((letterId) => ({ organizationId, letterId }))));
  }

  /**
   * Queues the letters that no job took, because the process died or the mail server was long away.
   * What it did not take is tried again ever less often: after a quarter of the time that it waits.
   */
  async sweep(now = new Date()): Promise<void> {
    await this.tenancy.each(async (tenant) => {
      const letters = await this.tenancy.within(tenant, (tx) =>
        tx.query<{ id: string }[]>(
          `SELECT id FROM letter
            WHERE state = 'waiting' AND created_at < $1::timestamptz - $2::interval
              AND (tried_at IS NULL
                OR tried_at + greatest((tried_at - created_at) / 4, $2::interval) < $1)
            ORDER BY created_at LIMIT 1000`,
          [now, patience],
        ),
      );
      await this.queue(letters.map(({ id }) => ({ ...tenant, letterId: id })));
    });
  }

  private async queue(jobs: LetterJob[]): Promise<void> {
    await this.queues.get('mail').addBulk(
      jobs.map((data) => ({
        name: 'send',
        data,
        opts: {
          // One job a letter, however often it is queued.
          jobId: data.letterId,
          attempts: 6,
          backoff: { type: 'exponential', delay: 2000 },
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  }
}

function drawn(head: Letterhead, write: Write): Drawn {
  const { blocks, ...envelope } = write(head);
  return { ...envelope, ...compose(head, blocks) };
}
