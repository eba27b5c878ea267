import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { addWorkingDays } from '../domain/days.js';
import { askAfterWorkingDays } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Outbox, type Write } from '../mail/outbox.js';
import { calendarOf } from '../organization/calendar.js';
import { Units } from '../organization/units.service.js';
import { followersOf, withJoined } from './family.js';
import { transferLetter } from './feedback.mails.js';
import { FeedbackService } from './feedback.service.js';
import type { SettleTransferDto, TransferChoicesDto, TransferFeedbackDto } from './transfer.dto.js';
import { Transfer } from './transfer.entity.js';

/** Sends a feedback where it belongs, and asks whether it arrived. */
@Injectable()
export class Transfers {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly units: Units,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** Where it may be sent, and when a partner is asked. */
  choices(me: Member, now = new Date()): Promise<TransferChoicesDto> {
    return this.tenancy.within(me, async (tx) => {
      const { today, isHoliday } = await calendarOf(tx, me, now);
      const units = await this.units.tree(tx);
      const partners = await tx.query<TransferChoicesDto['partners']>(
        `SELECT name, contact FROM (
           SELECT DISTINCT ON (boucle_fold(partner)) partner AS name, contact, id
             FROM transfer WHERE partner IS NOT NULL ORDER BY boucle_fold(partner), id DESC
         ) known ORDER BY id DESC LIMIT 50`,
      );
      return {
        units: units.map(({ id, name, depth }) => ({ id, name, depth })),
        partners,
        askOn: addWorkingDays(today, askAfterWorkingDays, isHoliday),
      };
    });
  }

  /**
   * Sends it to another unit, whose it then is, or to a partner, of whom its reporter is told. Tells
   * whether I may still see it.
   */
  send(
    me: Member,
    id: string,
    { toUnitId, partner, contact, reason, askOn }: TransferFeedbackDto,
    now = new Date(),
  ): Promise<boolean> {
    const outside = partner?.trim();
    if (Boolean(toUnitId) === Boolean(outside)) throw new Refusal('invalid', 'transfer.nowhere');
    return this.tenancy.within(me, async (tx) => {
      const { today, isHoliday } = await calendarOf(tx, me, now);
      const ask = askOn ?? addWorkingDays(today, askAfterWorkingDays, isHoliday);
      if (ask <= today) throw new Refusal('invalid', 'transfer.past_day');
      const before = await this.feedback.move(tx, me, id, 'transfer', async (_, { unitId }) => {
        if (toUnitId === unitId) throw new Refusal('invalid', 'transfer.same_unit');
        const to = outside ?? (await this.units.find(tx, toUnitId ?? '')).name;
        return { changes: toUnitId ? { unitId: toUnitId } : {}, details: { to, reason } };
      });
      await tx.insert(Transfer, {
        ...{ id: newId(), feedbackId: id, fromUnitId: before.unitId, reason },
        toUnitId: toUnitId ?? null,
        partner: outside ?? null,
        contact: (outside && contact?.trim()) || null,
        sentBy: me.id,
        sentOn: today,
        askOn: outside ? ask : null,
      });
      if (outside) await this.tell(tx, me, id, outside, contact?.trim() || null);
      return me.may('feedback.read', toUnitId ?? before.unitId);
    });
  }

  /** Says what became of it. Tells whether I may still see it. */
  settle(me: Member, id: string, answer: SettleTransferDto, now = new Date()): Promise<boolean> {
    return this.tenancy.within(me, async (tx) => {
      const feedback = await this.feedback.find(tx, me, id, 'feedback.read');
      me.must('feedback.qualify', feedback.unitId);
      const last = { where: { feedbackId: id }, order: { id: 'DESC' } } as const;
      const transfer = feedback.state === 'transferred' ? await tx.findOne(Transfer, last) : null;
      // What a partner has received may still be taken back from them.
      const isOver = transfer?.outcome && answer.outcome !== 'taken_back';
      if (!transfer || isOver) throw new Refusal('conflict', 'transfer.none');
      const { today } = await calendarOf(tx, me, now);
      if (transfer.partner && answer.outcome === 'not_received' && answer.askOn) {
        return this.askAgain(tx, me, transfer, { ...answer, askOn: answer.askOn }, today);
      }
      const { outcome, note } = answer;
      const settled = { outcome, outcomeNote: note ?? null, settledBy: me.id, settledOn: today };
      await tx.update(Transfer, { id: transfer.id }, settled);
      const to = transfer.partner ?? (await this.units.find(tx, transfer.toUnitId ?? '')).name;
      if (outcome === 'received' && transfer.partner) {
        // It is with them: there is nothing to come back to.
        await this.journal.write(tx, me, 'feedback.arrive', id, { to, note });
        return true;
      }
      if (outcome === 'received') {
        await this.feedback.move(tx, me, id, 'receive', () => ({
          ...{ verb: 'feedback.arrive', details: { to, note } },
        }));
        return true;
      }
      return this.bringBack(tx, me, transfer, outcome, note);
    });
  }

  /** A partner who has it not will be asked again. */
  private async askAgain(
    tx: EntityManager,
    me: Member,
    { id, feedbackId, partner }: Transfer,
    { askOn, note }: SettleTransferDto & { askOn: string },
    today: string,
  ): Promise<boolean> {
    if (askOn <= today) throw new Refusal('invalid', 'transfer.past_day');
    await tx.update(Transfer, { id }, { askOn });
    const details = { to: partner, askOn, note };
    await this.journal.write(tx, me, 'feedback.ask_again', feedbackId, details);
    return true;
  }

  /** It is again whose it was, where it was. */
  private async bringBack(
    tx: EntityManager,
    me: Member,
    { feedbackId, fromUnitId }: Transfer,
    outcome: 'not_received' | 'taken_back',
    note?: string,
  ): Promise<boolean> {
    const to = (await this.units.find(tx, fromUnitId)).name;
    await this.feedback.move(tx, me, feedbackId, 'receive', () => ({
      changes: { unitId: fromUnitId },
      verb: outcome === 'taken_back' ? 'feedback.take_back' : 'feedback.send_back',
      details: { to, note },
    }));
    return me.may('feedback.read', fromUnitId);
  }

  private async tell(
    tx: EntityManager,
    me: Member,
    id: string,
    partner: string,
    contact: string | null,
  ): Promise<void> {
    for (const follower of await followersOf(tx, await withJoined(tx, id))) {
      const write: Write = (head) => transferLetter(head, { ...follower, partner, contact });
      await this.outbox.post(tx, me, follower.language, write);
    }
  }
}
