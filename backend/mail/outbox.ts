import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
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
}

/** A letter as it leaves. */
export type Drawn = Omit<Draft, 'blocks'> & ReturnType<typeof compose>;

/** Who the draft is written for: its words and its links depend on it. */
export type Write = (head: Letterhead) => Draft;

/** A letter's job carries only where its row is. */
export interface LetterJob extends Tenant {
  letterId: string;
}

/** How long a letter may wait before the sweep takes it for forgotten, in milliseconds. */
const patience = 60_000;

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
    const head = { language, organization: name, colour };
    const { blocks, ...envelope } = write(head);
    return { ...envelope, ...compose(head, blocks) };
  }

  /** Writes a letter in the reader's language, and gives its id. */
  async post(tx: EntityManager, tenant: Tenant, language: string, write: Write): Promise<string> {
    const { organizationId } = tenant;
    const id = newId();
    await tx.insert(Letter, { id, ...(await this.draw(tx, tenant, language, write)) });
    afterCommit(tx, () => this.queue([{ organizationId, letterId: id }]));
    return id;
  }

  /** Queues the letters that no job took: the process died, or the mail server was long away. */
  async sweep(now = new Date()): Promise<void> {
    const before = new Date(now.getTime() - patience);
    await this.tenancy.each(async (tenant) => {
      const letters = await this.tenancy.within(tenant, (tx) =>
        tx.find(Letter, {
          select: { id: true },
          where: { state: 'waiting', createdAt: LessThan(before) },
          order: { createdAt: 'ASC' },
          take: 1000,
        }),
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
