import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Origin } from '../actions/origin.entity.js';
import { Tenancy } from '../database/tenancy.js';
import {
  actionLifecycle,
  moveOfVerdict,
  refuseOwnVerdict,
  type ActionMove,
  type Verdict,
} from '../domain/action.js';
import { newReference } from '../domain/codes.js';
import { refuseUnsaid } from '../domain/effectiveness.js';
import { stateAfter } from '../domain/lifecycle.js';
import { headOf } from '../feedback/family.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { People } from '../people/people.service.js';
import type { GiveVerdictDto, OpenSuccessorDto } from './effect.dto.js';
import { readEffect } from './effect.service.js';

interface Given {
  verdict: Verdict;
  note: string | null;
  move: ActionMove;
}

/** What is said of an action's effect, and what follows from it. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly feedback: FeedbackService,
    private readonly people: People,
    private readonly journal: Journal,
  ) {}

  /** Somebody other than the owner says whether it worked; an ineffective one goes back to work. */
  verify(
    me: Member,
    id: string,
    { verdict, ...said }: GiveVerdictDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, id);
      const move = moveOfVerdict(verdict);
      await this.give(tx, me, action, { verdict, note: said.note ?? null, move }, now);
      if (move === 'resume') await this.reopenOrigins(tx, me, id);
    });
  }

  /**
   * Somebody other than the owner says that it did not work, and leaves the work to another action,
   * which keeps its origins and how its effect is looked for. Gives the other's id.
   */
  succeed(me: Member, id: string, plan: OpenSuccessorDto, now = new Date()): Promise<string> {
    return this.tenancy.within(me, async (tx) => {
      const { note = null, ...words } = plan;
      const action = await this.actions.find(tx, me, id);
      me.must('action.create', action.unitId);
      await this.people.find(tx, words.ownerId);
      const next = newId();
      const { today } = await calendarOf(tx, me, now);
      const reference = `A${newReference(today)}`;
      const given = { verdict: 'ineffective', note, move: 'succeed' } as const;
      await this.give(tx, me, action, given, now, { successor: reference });
      const { kind, unitId, criterion, checkMethod, checkIndicatorId, checkTarget } = action;
      await tx.insert(Action, {
        ...{ id: next, reference, successorOf: id, createdBy: me.id, movedAt: now, ...words },
        ...{ kind, unitId, criterion, checkMethod, checkIndicatorId, checkTarget },
        checkDays: action.checkDays,
        verifierId: action.verifierId === words.ownerId ? null : action.verifierId,
      });
      const origins = await tx.find(Origin, { where: { actionId: id }, order: { id: 'ASC' } });
      for (const origin of origins) {
        await tx.insert(Origin, { ...origin, id: newId(), actionId: next });
      }
      await this.reopenOrigins(tx, me, next);
      const opened = { title: words.title, predecessor: action.reference };
      await this.journal.write(tx, me, 'action.open', next, opened);
      return next;
    });
  }

  /** Writes it with the figures as they are now, which no later count may change. */
  private async give(
    tx: EntityManager,
    me: Member,
    action: Action,
    { verdict, note, move }: Given,
    now: Date,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    refuseOwnVerdict(action.ownerId, me.id);
    if (action.verifierId !== me.id) me.must('action.verify', action.unitId);
    const state = stateAfter(actionLifecycle, action.state, move);
    const calendar = await calendarOf(tx, me, now);
    const reading = await readEffect(tx, action, calendar);
    refuseUnsaid(verdict, note, reading);
    await tx.update(
      Action,
      { id: action.id },
      {
        ...{ state, verdict, verdictNote: note, verdictBy: me.id, verdictOn: calendar.today },
        movedAt: now,
        doneOn: move === 'resume' ? null : action.doneOn,
      },
    );
    const frozen = { verdict, note, reading, ...more };
    await this.journal.write(tx, me, `action.${move}`, action.id, frozen);
  }

  /** A word that joined another is followed on that one. */
  private async reopenOrigins(tx: EntityManager, me: Member, actionId: string): Promise<void> {
    const origins = await tx.findBy(Origin, { actionId, kind: 'feedback' });
    const heads: string[] = [];
    for (const { feedbackId } of origins) heads.push(await headOf(tx, feedbackId ?? ''));
    const voices = await tx.findBy(Feedback, { id: In(heads), state: In(['resolved', 'closed']) });
    for (const feedback of voices) await this.feedback.follow(tx, me, feedback, 'reopen');
  }
}
