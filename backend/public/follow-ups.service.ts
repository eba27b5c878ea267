import { Injectable } from '@nestjs/common';
import { Doors } from '../access/doors.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import type { RateUsefulnessDto } from '../feedback/answering.dto.js';
import { headOf } from '../feedback/family.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { Reporter } from '../feedback/reporter.entity.js';
import { Usefulness } from '../feedback/usefulness.entity.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';

/** What whoever spoke may still do with their code: say whether it helped, and stop the news. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly journal: Journal,
  ) {}

  /**
   * Was it useful? Asked once it is closed; the last word given counts.
   * @throws Refusal `usefulness.too_early`.
   */
  async rate(
    code: string,
    { useful, comment }: RateUsefulnessDto,
    now = new Date(),
  ): Promise<void> {
    const opened = await this.doors.open('follow_up', code);
    await this.tenancy.within(opened, async (tx) => {
      const feedbackId = opened.targetId;
      // What joined another is over when that one is.
      const { state } = await tx.findOneByOrFail(Feedback, { id: await headOf(tx, feedbackId) });
      if (state !== 'closed') throw new Refusal('conflict', 'usefulness.too_early');
      const { today } = await calendarOf(tx, opened, now);
      const rating = { feedbackId, useful, comment: comment?.trim() || null, givenOn: today };
      await tx.upsert(Usefulness, rating, ['organizationId', 'feedbackId']);
      await this.journal.write(tx, null, 'feedback.rate', feedbackId, { useful });
    });
  }

  /** Tells no more, or again, when an action that was born of it moves. */
  async wantNews(code: string, wantsNews: boolean): Promise<void> {
    const opened = await this.doors.open('follow_up', code);
    await this.tenancy.within(opened, async (tx) => {
      await tx.update(Reporter, { feedbackId: opened.targetId }, { wantsNews });
    });
  }
}
