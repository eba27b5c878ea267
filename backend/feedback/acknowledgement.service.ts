import { Injectable } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { isSettled } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackService } from './feedback.service.js';

/** Acknowledgements that a member hands over by other means than ours, such as a letter. */
@Injectable()
export class Acknowledgements {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly journal: Journal,
  ) {}

  /** Stops the clock. @throws Refusal `feedback.acknowledgement_not_awaited`. */
  give(me: Member, id: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const found = await this.feedback.find(tx, me, id, 'feedback.answer');
      if (!found.acknowledgeBy || found.acknowledgedOn || isSettled(found.state)) refuse();
      const { today } = await calendarOf(tx, me, now);
      await tx.update(Feedback, { id }, { acknowledgedOn: today });
      await this.journal.write(tx, me, 'feedback.acknowledge', id);
    });
  }

  /** Lets the clock run again, where somebody stopped it by hand and no answer has come since. */
  takeBack(me: Member, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { answeredOn } = await this.feedback.find(tx, me, id, 'feedback.answer');
      const history = await this.journal.of(tx, [id]);
      const last = history.findLast(({ verb }) => verb.startsWith('feedback.acknowledge'));
      if (last?.verb !== 'feedback.acknowledge' || answeredOn) refuse();
      await tx.update(Feedback, { id }, { acknowledgedOn: null });
      await this.journal.write(tx, me, 'feedback.acknowledge_back', id);
    });
  }
}

function refuse(): never {
  throw new Refusal('conflict', 'feedback.acknowledgement_not_awaited');
}
