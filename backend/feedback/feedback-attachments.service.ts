import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Doors } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { Attachment } from '../attachments/attachment.entity.js';
import type { AttachmentDto } from '../attachments/attachments.dto.js';
import { Attachments, describeAttachment } from '../attachments/attachments.service.js';
import { cleanFile, type CleanFile, type SentFile } from '../attachments/clean-file.js';
import type { Handed } from '../attachments/hand-over.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { attachmentFormats } from '../domain/attachments.js';
import { addYears } from '../domain/days.js';
import { retentionYears } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { headOf, lineage } from './family.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackService } from './feedback.service.js';
import { Reporter } from './reporter.entity.js';

type Reading = () => Promise<SentFile>;

/**
 * The files that come with a feedback. A photograph may show who spoke: they are read by those who
 * may know it, and forgotten when that is.
 */
@Injectable()
export class FeedbackAttachments {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly attachments: Attachments,
    private readonly feedback: FeedbackService,
    private readonly journal: Journal,
    private readonly doors: Doors,
  ) {}

  /** A member adds a file; whether they may is known before any of it is read. */
  attach(me: Member, id: string, read: Reading, now = new Date()): Promise<AttachmentDto> {
    const find = (tx: EntityManager) => this.feedback.find(tx, me, id, 'feedback.create');
    return this.adding(me, me, find, read, now);
  }

  /** Whoever spoke adds a file with the code they were given. */
  async attachByCode(code: string, read: Reading, now = new Date()): Promise<AttachmentDto> {
    const opened = await this.doors.open('follow_up', code);
    const find = async (tx: EntityManager) => {
      const where = { id: opened.targetId };
      const lock = { mode: 'pessimistic_write' } as const;
      const feedback = await tx.findOneOrFail(Feedback, { where, lock });
      // What joined another is over when that one is.
      const head = await tx.findOneByOrFail(Feedback, { id: await headOf(tx, feedback.id) });
      if (isOver(head)) throw new Refusal('conflict', 'attachment.over');
      return feedback;
    };
    return this.adding(opened, null, find, read, now);
  }

  /** Keeps a file beside what it came with, in the transaction of its cause; sent twice, it is kept once. */
  async keep(
    tx: EntityManager,
    tenant: Tenant,
    file: CleanFile,
    { feedbackId, answerId = null }: { feedbackId: string; answerId?: string | null },
    by: { id: string } | null,
    now = new Date(),
  ): Promise<AttachmentDto> {
    const twin = await this.attachments.twin(tx, file, { feedbackId, answerId });
    if (twin) return twin;
    const { today } = await calendarOf(tx, tenant, now);
    const reporter = await tx.findOneBy(Reporter, { feedbackId });
    const purgeOn = reporter?.purgeOn ?? addYears(today, retentionYears);
    const kept = await this.attachments.keep(tx, file, { feedbackId, answerId }, { by, purgeOn });
    // No name: the journal is never purged, and a name may hold somebody's.
    const { kind, size } = kept;
    await this.journal.write(tx, by, 'feedback.attach', feedbackId, { kind, size });
    return kept;
  }

  /** A file that I may read. @throws Refusal `attachment.unknown`. */
  open(me: Member, id: string): Promise<Handed> {
    return this.tenancy.within(me, async (tx) => {
      const found = await this.find(tx, me, id);
      return this.handed(me, found);
    });
  }

  /** A file that came with an answer, for whoever holds the code. @throws Refusal as `open` does. */
  async openByCode(code: string, id: string): Promise<Handed> {
    const opened = await this.doors.open('follow_up', code);
    return this.tenancy.within(opened, async (tx) => {
      const feedbackId = In(await lineage(tx, opened.targetId));
      const found = await tx.findOneBy(Attachment, { id, feedbackId });
      // What came with the word itself is for those who must answer: the code may be found by others.
      if (!found?.answerId) throw new Refusal('unknown', 'attachment.unknown');
      return this.handed(opened, found);
    });
  }

  /** Deletes it for good; the journal keeps why. Gives the feedback that it was of. */
  remove(me: Member, id: string, reason: string): Promise<string> {
    return this.tenancy.within(me, async (tx) => {
      const { feedbackId, format } = await this.find(tx, me, id);
      await this.feedback.find(tx, me, feedbackId, 'feedback.qualify');
      const { affected } = await tx.delete(Attachment, { id });
      if (!affected) throw new Refusal('unknown', 'attachment.unknown');
      const { kind } = attachmentFormats[format];
      await this.journal.write(tx, me, 'feedback.detach', feedbackId, { kind, reason });
      return feedbackId;
    });
  }

  /** Nothing is locked while the file arrives and is cleaned, which takes the time it takes. */
  private async adding(
    tenant: Tenant,
    by: Member | null,
    find: (tx: EntityManager) => Promise<Feedback>,
    read: Reading,
    now: Date,
  ): Promise<AttachmentDto> {
    await this.tenancy.within(tenant, find);
    const file = await cleanFile(await read());
    return this.tenancy.within(tenant, async (tx) => {
      const { id: feedbackId } = await find(tx);
      return this.keep(tx, tenant, file, { feedbackId }, by, now);
    });
  }

  private async find(
    tx: EntityManager,
    me: Member,
    id: string,
  ): Promise<Attachment & { feedbackId: string }> {
    const found = await tx
      .createQueryBuilder(Attachment, 'a')
      .innerJoin(Feedback, 'f', 'f.id = a.feedbackId')
      .where('a.id = :id', { id })
      .andWhere('f.unitId = ANY (:unitIds)', { unitIds: me.unitsFor('reporter.read') })
      .getOne();
    if (!found?.feedbackId) throw new Refusal('unknown', 'attachment.unknown');
    return { ...found, feedbackId: found.feedbackId };
  }

  private handed(tenant: Tenant, found: Attachment): Handed {
    const { id } = found;
    return {
      ...describeAttachment(found),
      bytes: (span) => this.tenancy.within(tenant, (tx) => this.attachments.bytesOf(tx, id, span)),
    };
  }
}

function isOver({ state }: Feedback): boolean {
  return state === 'closed' || state === 'dismissed';
}
