import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { isOpen } from '../domain/action.js';
import { markOf } from '../domain/mentions.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { ActionComment } from './action-comment.entity.js';
import { ActionMention } from './action-mention.entity.js';

const nobodySaid = { disownedOn: null, disownedNote: null };

/** An owner says that an action is not theirs; whoever leads there entrusts it to somebody else, or not. */
@Injectable()
export class Disowning {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  /** Its owner says why it is not theirs; said again, nothing changes. */
  disown(me: Member, id: string, note: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.owned(tx, me, id);
      if (!isOpen(action.state)) {
        throw new Refusal('conflict', 'move.forbidden', { state: action.state });
      }
      if (action.disownedOn) return;
      const { today } = await calendarOf(tx, me, now);
      await tx.update(Action, { id }, { disownedOn: today, disownedNote: note });
      await this.journal.write(tx, me, 'action.disown', id, { note });
    });
  }

  /** Its owner works on it after all. */
  takeBack(me: Member, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.owned(tx, me, id);
      if (!action.disownedOn) return;
      await tx.update(Action, { id }, nobodySaid);
      await this.journal.write(tx, me, 'action.own_again', id);
    });
  }

  /** Whoever leads there says that it stays its owner's, and tells them why in a comment. */
  keep(me: Member, id: string, reason: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, id);
      me.must('action.edit', action.unitId);
      if (!action.disownedOn) throw new Refusal('conflict', 'disowning.over');
      await tx.update(Action, { id }, nobodySaid);
      const commentId = newId();
      const body = `${markOf(action.ownerId)} ${reason.trim()}`;
      await tx.insert(ActionComment, { id: commentId, actionId: id, authorId: me.id, body });
      await tx.insert(ActionMention, { commentId, personId: action.ownerId });
      await this.journal.write(tx, me, 'action.keep_owner', id, { reason });
    });
  }

  private async owned(tx: EntityManager, me: Member, id: string): Promise<Action> {
    const action = await this.actions.find(tx, me, id);
    if (action.ownerId !== me.id) throw new Refusal('forbidden', 'disowning.owner_only');
    return action;
  }
}
