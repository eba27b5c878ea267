import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { isOpen } from '../domain/action.js';
import {
  deferralLifecycle,
  refuseOwnDecision,
  refuseUselessDay,
  startBefore,
} from '../domain/deferral.js';
import { stateAfter } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Action } from './action.entity.js';
import { ActionsService } from './actions.service.js';
import { settle } from './deferral-settling.js';
import { Deferral } from './deferral.entity.js';
import type { DecideDeferralDto, RescheduleActionDto } from './deferrals.dto.js';

/** How a due date moves: for a reason that is kept, asked for by the owner or decided at once. */
@Injectable()
export class Deferrals {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  /** Its owner asks whoever leads there for more time. */
  ask(
    me: Member,
    actionId: string,
    { dueOn, reason }: RescheduleActionDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.findOpen(tx, me, actionId);
      if (action.ownerId !== me.id) throw new Refusal('forbidden', 'deferral.owner_only');
      if (me.may('action.reschedule', action.unitId)) {
        throw new Refusal('conflict', 'deferral.not_needed');
      }
      const { today } = await calendarOf(tx, me, now);
      refuseUselessDay(action.dueOn, dueOn, today);
      if (await tx.existsBy(Deferral, { actionId, state: 'asked' })) {
        throw new Refusal('conflict', 'deferral.asked_already');
      }
      const days = { fromDay: action.dueOn, toDay: dueOn };
      const asked = { askedBy: me.id, askedAt: now };
      await tx.insert(Deferral, { id: newId(), actionId, ...days, reason, ...asked });
      await this.journal.write(tx, me, 'action.ask_deferral', actionId, { to: dueOn, reason });
    });
  }

  /** Whoever asked, or owns the action since, does not need it any more. */
  withdraw(me: Member, actionId: string, id: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      const deferral = await this.findOf(tx, action, id);
      if (![action.ownerId, deferral.askedBy].includes(me.id)) {
        throw new Refusal('forbidden', 'deferral.owner_only');
      }
      await settle(tx, id, stateAfter(deferralLifecycle, deferral.state, 'withdraw'), me, now);
      const details = { to: deferral.toDay };
      await this.journal.write(tx, me, 'action.withdraw_deferral', actionId, details);
    });
  }

  /** Somebody other than whoever asked grants it, and the due date moves; or refuses, and says why. */
  decide(
    me: Member,
    actionId: string,
    id: string,
    { decision, note }: DecideDeferralDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      const deferral = await this.findOf(tx, action, id);
      me.must(deferralLifecycle.moves[decision].needs, action.unitId);
      refuseOwnDecision(deferral.askedBy, me.id);
      const state = stateAfter(deferralLifecycle, deferral.state, decision);
      refuseOver(action);
      const { today } = await calendarOf(tx, me, now);
      const { fromDay: from, toDay: to } = deferral;
      if (decision === 'grant' && to < today) throw new Refusal('conflict', 'deferral.day_over');
      if (decision === 'refuse' && !note) throw new Refusal('invalid', 'deferral.note_missing');
      await settle(tx, id, state, me, now, note);
      const start = decision === 'grant' ? await moveDue(tx, action, to) : {};
      const details = { from, to, ...start, note };
      await this.journal.write(tx, me, `action.${decision}_deferral`, actionId, details);
    });
  }

  /** Moves the due date at once. */
  reschedule(
    me: Member,
    actionId: string,
    { dueOn, reason }: RescheduleActionDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.findOpen(tx, me, actionId);
      me.must('action.reschedule', action.unitId);
      await this.move(tx, me, action, { dueOn, reason }, now);
    });
  }

  /**
   * Moves the due date of an action that is locked, for a reason. A request that waits is answered
   * by it: granted where it is the day that was asked for, else refused for the same reason.
   */
  async move(
    tx: EntityManager,
    me: Member,
    action: Action,
    { dueOn, reason }: RescheduleActionDto,
    now: Date,
  ): Promise<void> {
    const { id: actionId, dueOn: from } = action;
    if (dueOn === from) throw new Refusal('invalid', 'deferral.same_day', { dueOn });
    const open = await tx.findOneBy(Deferral, { actionId, state: 'asked' });
    if (open) await this.answer(tx, me, open, { dueOn, reason }, now);
    if (open?.toDay !== dueOn || open.askedBy === me.id) {
      const days = { fromDay: from, toDay: dueOn };
      const asked = { askedBy: me.id, askedAt: now };
      const decided = { state: 'granted', decidedBy: me.id, decidedAt: now } as const;
      await tx.insert(Deferral, { id: newId(), actionId, ...days, reason, ...asked, ...decided });
    }
    const start = await moveDue(tx, action, dueOn);
    const details = { from, to: dueOn, ...start, reason };
    await this.journal.write(tx, me, 'action.reschedule', actionId, details);
  }

  private async answer(
    tx: EntityManager,
    me: Member,
    { id, askedBy, toDay }: Deferral,
    { dueOn, reason }: RescheduleActionDto,
    now: Date,
  ): Promise<void> {
    // Whoever asked and may move it since has no answer to wait for.
    if (askedBy === me.id) return settle(tx, id, 'withdrawn', me, now);
    return settle(tx, id, toDay === dueOn ? 'granted' : 'refused', me, now, reason);
  }

  private async findOpen(tx: EntityManager, me: Member, id: string): Promise<Action> {
    const action = await this.actions.find(tx, me, id);
    refuseOver(action);
    return action;
  }

  /** Its action is locked: nobody else decides meanwhile. */
  private async findOf(tx: EntityManager, { id: actionId }: Action, id: string): Promise<Deferral> {
    const deferral = await tx.findOneBy(Deferral, { id, actionId });
    if (!deferral) throw new Refusal('unknown', 'record.unknown');
    return deferral;
  }
}

/** @throws Refusal `move.forbidden` for an action that owes no work any more. */
function refuseOver({ state }: Action): void {
  if (!isOpen(state)) throw new Refusal('conflict', 'move.forbidden', { state });
}

/** A start that would come after the new day is brought forward with it; tells which, if so. */
async function moveDue(
  tx: EntityManager,
  { id, startOn, version }: Action,
  dueOn: string,
): Promise<{ startOn?: string | null }> {
  const start = startBefore(startOn, dueOn);
  if (start === startOn) {
    await tx.update(Action, { id }, { dueOn });
    return {};
  }
  await tx.update(Action, { id }, { dueOn, startOn: start, version: version + 1 });
  return { startOn: start };
}
