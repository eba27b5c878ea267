import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Causes } from '../analyses/causes.service.js';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Tenancy } from '../database/tenancy.js';
import {
  actionLifecycle,
  isOpen,
  moveOfVerdict,
  refuseOwnVerdict,
  type ActionMove,
} from '../domain/action.js';
import { newReference } from '../domain/codes.js';
import { stateAfter } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import { headOf } from '../feedback/family.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Units } from '../organization/units.service.js';
import { People } from '../people/people.service.js';
import { searchActions, visibleActions } from './action-search.js';
import { Action } from './action.entity.js';
import type {
  ActionQuery,
  ActionSummaryDto,
  GiveVerdictDto,
  OpenActionDto,
  OriginInputDto,
  ReportProgressDto,
  RescheduleActionDto,
} from './actions.dto.js';
import { Origin } from './origin.entity.js';

/** What is done about what was said, and whether it worked. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly causes: Causes,
    private readonly units: Units,
    private readonly people: People,
    private readonly journal: Journal,
  ) {}

  /** One page of what the filters let through, among what I may see. */
  list(me: Member, query: ActionQuery, now = new Date()): Promise<Page<ActionSummaryDto>> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      return searchActions(tx, me, query, today);
    });
  }

  /** Opens an action from its origins; each feedback among them is then in progress. */
  open(me: Member, plan: OpenActionDto, now = new Date()): Promise<string> {
    me.must('action.create', plan.unitId);
    if (plan.origins.length === 0) throw new Refusal('invalid', 'action.origin_missing');
    if (plan.verifierId === plan.ownerId) throw new Refusal('invalid', 'action.verifier_is_owner');
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      const { origins, ...fields } = plan;
      await this.units.find(tx, plan.unitId);
      await this.people.find(tx, plan.ownerId);
      if (plan.verifierId) await this.people.find(tx, plan.verifierId);
      const id = newId();
      const reference = `A${newReference(today)}`;
      await tx.insert(Action, { id, reference, ...fields, createdBy: me.id, movedAt: now });
      for (const origin of origins) await this.link(tx, me, id, origin);
      await this.journal.write(tx, me, 'action.open', id, { title: plan.title });
      return id;
    });
  }

  /** Its owner, or whoever leads there, says how far it has come. */
  report(
    me: Member,
    id: string,
    { progress, note, done }: ReportProgressDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.find(tx, me, id);
      if (action.ownerId !== me.id) me.must('action.progress', action.unitId);
      if (!isOpen(action.state)) stateAfter(actionLifecycle, action.state, 'finish');
      const { today } = await calendarOf(tx, me, now);
      const facts = done ? { progress: 100, doneOn: today } : { progress };
      const move: ActionMove | null = done ? 'finish' : action.state === 'planned' ? 'start' : null;
      const state = move ? stateAfter(actionLifecycle, action.state, move) : action.state;
      const moved = state === action.state ? {} : { movedAt: now };
      await tx.update(Action, { id }, { ...facts, ...moved, state });
      const verb = done ? 'action.finish' : 'action.report';
      await this.journal.write(tx, me, verb, id, { progress: facts.progress, note });
    });
  }

  /** Somebody other than the owner says whether it worked; an ineffective one goes back to work. */
  verify(
    me: Member,
    id: string,
    { verdict, note }: GiveVerdictDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.find(tx, me, id);
      refuseOwnVerdict(action.ownerId, me.id);
      if (action.verifierId !== me.id) me.must('action.verify', action.unitId);
      const move = moveOfVerdict(verdict);
      const state = stateAfter(actionLifecycle, action.state, move);
      const { today } = await calendarOf(tx, me, now);
      await tx.update(
        Action,
        { id },
        {
          ...{ state, verdict, verdictNote: note, verdictBy: me.id, verdictOn: today },
          movedAt: now,
          doneOn: move === 'resume' ? null : action.doneOn,
        },
      );
      if (move === 'resume') await this.reopenOrigins(tx, me, id);
      await this.journal.write(tx, me, `action.${move}`, id, { verdict, note });
    });
  }

  cancel(me: Member, id: string, reason: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.find(tx, me, id);
      me.must('action.cancel', action.unitId);
      const state = stateAfter(actionLifecycle, action.state, 'cancel');
      await tx.update(Action, { id }, { state, cancelReason: reason, movedAt: now });
      await this.journal.write(tx, me, 'action.cancel', id, { reason });
    });
  }

  /** Moves the due date, for a reason that the history keeps. */
  reschedule(me: Member, id: string, { dueOn, reason }: RescheduleActionDto): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.find(tx, me, id);
      me.must('action.reschedule', action.unitId);
      if (!isOpen(action.state)) {
        throw new Refusal('conflict', 'move.forbidden', { state: action.state });
      }
      await tx.update(Action, { id }, { dueOn });
      await this.journal.write(tx, me, 'action.reschedule', id, {
        ...{ from: action.dueOn, to: dueOn, reason },
      });
    });
  }

  /** Loads and locks it. @throws Refusal `record.unknown`. */
  find(tx: EntityManager, me: Member, id: string): Promise<Action> {
    return this.load(visibleActions(tx, me).setLock('pessimistic_write'), id);
  }

  /** Loads it to be read, whoever may be changing it. @throws Refusal `record.unknown`. */
  peek(tx: EntityManager, me: Member, id: string): Promise<Action> {
    return this.load(visibleActions(tx, me), id);
  }

  private async load(found: SelectQueryBuilder<Action>, id: string): Promise<Action> {
    const action = await found.andWhere('a.id = :id', { id }).getOne();
    if (!action) throw new Refusal('unknown', 'record.unknown');
    return action;
  }

  private async link(
    tx: EntityManager,
    me: Member,
    actionId: string,
    { kind, feedbackId, causeId, reference }: OriginInputDto,
  ): Promise<void> {
    if (kind === 'feedback' && feedbackId) {
      // Named twice, it is one origin.
      if (await tx.existsBy(Origin, { actionId, feedbackId })) return;
      const feedback = await this.feedback.find(tx, me, feedbackId, 'action.create');
      await tx.insert(Origin, { id: newId(), actionId, kind, feedbackId: feedback.id });
      await this.feedback.follow(tx, me, feedback, 'act');
      return;
    }
    if (kind === 'analysis_cause' && causeId) {
      if (await tx.existsBy(Origin, { actionId, causeId })) return;
      const voices = await this.causes.toActOn(tx, me, causeId);
      await tx.insert(Origin, { id: newId(), actionId, kind, causeId });
      for (const voice of voices) {
        await this.link(tx, me, actionId, { kind: 'feedback', feedbackId: voice });
      }
      return;
    }
    if (kind !== 'audit' || !reference) throw new Refusal('invalid', 'action.origin_missing');
    await tx.insert(Origin, { id: newId(), actionId, kind, reference });
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
