import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Tenancy } from '../database/tenancy.js';
import type { Language } from '../domain/languages.js';
import { Refusal } from '../domain/refusal.js';
import { openPlaceholders } from '../domain/templates.js';
import { Journal } from '../journal/journal.js';
import { Enclosure } from '../mail/enclosure.entity.js';
import { Outbox, type Write } from '../mail/outbox.js';
import { calendarOf } from '../organization/calendar.js';
import { Answer } from './answer.entity.js';
import type { AnswerFeedbackDto, AnswerPreviewDto } from './answering.dto.js';
import { followersOf, withJoined } from './family.js';
import { Feedback } from './feedback.entity.js';
import { answerLetter } from './feedback.mails.js';
import { FeedbackService } from './feedback.service.js';

/** The answer to whoever spoke. */
@Injectable()
export class Answering {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** Answers whoever spoke: on the follow-up page, and by e-mail where they left an address. */
  answer(
    me: Member,
    id: string,
    { body, attachmentIds }: AnswerFeedbackDto,
    now = new Date(),
  ): Promise<void> {
    const open = openPlaceholders(body);
    if (open.length > 0) {
      throw new Refusal('invalid', 'answer.placeholder_left', { open: open.join(', ') });
    }
    return this.tenancy.within(me, async (tx) => {
      const feedback = await this.feedback.find(tx, me, id, 'feedback.answer');
      if (feedback.state === 'duplicate') {
        throw new Refusal('conflict', 'feedback.answer_elsewhere');
      }
      const { today } = await calendarOf(tx, me, now);
      const answerId = newId();
      const letters = await this.send(tx, me, id, body, attachmentIds);
      await tx.insert(Answer, {
        ...{ id: answerId, feedbackId: id, body, letterId: letters[0] ?? null },
        authorId: me.id,
        authorName: me.name,
        answeredAt: now,
      });
      await enclose(tx, id, answerId, attachmentIds);
      // An answer acknowledges as well; only the first stops each clock.
      const { acknowledgedOn, answeredOn } = feedback;
      await tx.update(
        Feedback,
        { id },
        { acknowledgedOn: acknowledgedOn ?? today, answeredOn: answeredOn ?? today },
      );
      await this.journal.write(tx, me, 'feedback.answer', id, {
        ...{ byLetter: letters.length > 0, letters: letters.length },
        files: attachmentIds.length,
      });
    });
  }

  /** The answer as it would leave. */
  preview(me: Member, id: string, body: string): Promise<AnswerPreviewDto> {
    return this.tenancy.within(me, async (tx) => {
      const feedback = await this.feedback.peek(tx, me, id);
      me.must('feedback.answer', feedback.unitId);
      const [first] = await followersOf(tx, await withJoined(tx, id));
      const language = (first?.language ?? 'fr') as Language;
      if (!first) return { letter: null, language };
      const write: Write = (head) => answerLetter(head, { ...first, body });
      const { recipient, subject, html } = await this.outbox.draw(tx, me, language, write);
      return { letter: { recipient, subject, html }, language };
    });
  }

  /** One letter to each who said this, on their own word; the first is that of the record itself. */
  private async send(
    tx: EntityManager,
    me: Member,
    id: string,
    body: string,
    attachmentIds: string[],
  ): Promise<string[]> {
    const letters: string[] = [];
    for (const follower of await followersOf(tx, await withJoined(tx, id))) {
      const write: Write = (head) => answerLetter(head, { ...follower, body });
      const letterId = await this.outbox.post(tx, me, follower.language, write);
      const enclosures = attachmentIds.map((attachmentId) => ({ letterId, attachmentId }));
      if (enclosures.length > 0) await tx.insert(Enclosure, enclosures);
      letters.push(letterId);
    }
    return letters;
  }
}

/**
 * The files that were added to the record for this answer are the answer's from now on.
 * @throws Refusal `attachment.unknown` for what a reporter sent, or another answer holds.
 */
async function enclose(
  tx: EntityManager,
  feedbackId: string,
  answerId: string,
  attachmentIds: string[],
): Promise<void> {
  if (attachmentIds.length === 0) return;
  const added = { feedbackId, answerId: IsNull(), createdBy: Not(IsNull()) };
  const { affected } = await tx.update(
    Attachment,
    { id: In(attachmentIds), ...added },
    { answerId },
  );
  if (affected !== attachmentIds.length) throw new Refusal('unknown', 'attachment.unknown');
}
