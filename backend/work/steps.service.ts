import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { mustWork } from '../actions/action-standing.js';
import { ActionStep } from '../actions/action-step.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { refuseOtherSteps, stepsMaximum, type WorkRights } from '../domain/action-work.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { mustBeNameable } from './nameable.js';
import type { SaveStepDto } from './steps.dto.js';

/** What is to be done on the way, one step after another. Whoever changes them waits for their turn. */
@Injectable()
export class Steps {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  /** Writes a step as it is to stand, new or not, unless somebody changed it since it was read. */
  save(me: Member, actionId: string, id: string, change: SaveStepDto): Promise<void> {
    return this.working(me, actionId, 'plan', async (tx) => {
      const { version, title, dueOn = null, ownerId = null } = change;
      const known = await tx.findOneBy(ActionStep, { id, actionId });
      if ((known?.version ?? 0) !== version || known?.removedAt) {
        const current = known && !known.removedAt ? wordsOf(known) : null;
        throw new Refusal('conflict', 'step.changed', { current });
      }
      const words = { title: title.trim(), dueOn, ownerId };
      if (ownerId && ownerId !== known?.ownerId) await mustBeNameable(tx, [ownerId]);
      if (known) {
        await tx.update(ActionStep, { id, actionId }, { ...words, version: version + 1 });
      } else {
        await refuseOneMore(tx, actionId);
        const position = (await tx.maximum(ActionStep, 'position', { actionId })) ?? 0;
        await tx.insert(ActionStep, { ...words, id, actionId, position: position + 1 });
      }
      const verb = known ? 'action.step_edit' : 'action.step_add';
      await this.journal.write(tx, me, verb, actionId, { title: words.title });
    });
  }

  /** Puts them in another order. @throws Refusal `steps.changed` where they are not those that stand. */
  order(me: Member, actionId: string, order: string[]): Promise<void> {
    return this.working(me, actionId, 'plan', async (tx) => {
      const where = { actionId, removedAt: IsNull() };
      const standing = await tx.find(ActionStep, { where, order: { position: 'ASC', id: 'ASC' } });
      const ids = standing.map(({ id }) => id);
      refuseOtherSteps(ids, order);
      if (ids.every((id, rank) => id === order[rank])) return;
      for (const [rank, id] of order.entries()) {
        await tx.update(ActionStep, { id, actionId }, { position: rank + 1 });
      }
      await this.journal.write(tx, me, 'action.steps_order', actionId);
    });
  }

  /** Says that a step is done; said twice, it was done once. */
  tick(me: Member, actionId: string, id: string, now = new Date()): Promise<void> {
    return this.working(me, actionId, 'tick', async (tx) => {
      const { title, doneOn } = await find(tx, actionId, id);
      if (doneOn) return;
      const { today } = await calendarOf(tx, me, now);
      await tx.update(ActionStep, { id, actionId }, { doneOn: today, doneBy: me.id });
      await this.journal.write(tx, me, 'action.step_tick', actionId, { title });
    });
  }

  /** Says that it is not done after all. */
  untick(me: Member, actionId: string, id: string): Promise<void> {
    return this.working(me, actionId, 'tick', async (tx) => {
      const { title, doneOn } = await find(tx, actionId, id);
      if (!doneOn) return;
      await tx.update(ActionStep, { id, actionId }, { doneOn: null, doneBy: null });
      await this.journal.write(tx, me, 'action.step_untick', actionId, { title });
    });
  }

  /** Takes a step out; it can come back as it was. */
  remove(me: Member, actionId: string, id: string, now = new Date()): Promise<void> {
    return this.working(me, actionId, 'plan', async (tx) => {
      const step = await tx.findOneBy(ActionStep, { id, actionId });
      if (!step) throw new Refusal('unknown', 'record.unknown');
      if (step.removedAt) return;
      await tx.update(ActionStep, { id, actionId }, { removedAt: now });
      await this.journal.write(tx, me, 'action.step_remove', actionId, { title: step.title });
    });
  }

  /** Brings back a step that was taken out, where it was. */
  restore(me: Member, actionId: string, id: string): Promise<void> {
    return this.working(me, actionId, 'plan', async (tx) => {
      const step = await tx.findOneBy(ActionStep, { id, actionId });
      if (!step) throw new Refusal('unknown', 'record.unknown');
      if (!step.removedAt) return;
      await refuseOneMore(tx, actionId);
      await tx.update(ActionStep, { id, actionId }, { removedAt: null });
      await this.journal.write(tx, me, 'action.step_restore', actionId, { title: step.title });
    });
  }

  private working(
    me: Member,
    actionId: string,
    deed: keyof WorkRights,
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      await mustWork(tx, me, action, deed);
      await work(tx);
    });
  }
}

async function find(tx: EntityManager, actionId: string, id: string): Promise<ActionStep> {
  const step = await tx.findOneBy(ActionStep, { id, actionId, removedAt: IsNull() });
  if (!step) throw new Refusal('unknown', 'record.unknown');
  return step;
}

async function refuseOneMore(tx: EntityManager, actionId: string): Promise<void> {
  const count = await tx.countBy(ActionStep, { actionId, removedAt: IsNull() });
  if (count >= stepsMaximum) {
    throw new Refusal('conflict', 'steps.too_many', { maximum: stepsMaximum });
  }
}

function wordsOf({ version, title, dueOn, ownerId }: ActionStep) {
  return { version, title, dueOn, ownerId };
}
