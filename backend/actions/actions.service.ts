import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Tenancy } from '../database/tenancy.js';
import {
  actionLifecycle,
  isOpen,
  ownersWords,
  settleCheck,
  type ActionMove,
} from '../domain/action.js';
import { newReference } from '../domain/codes.js';
import { stateAfter } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Units } from '../organization/units.service.js';
import { People } from '../people/people.service.js';
import { searchActions, visibleActions } from './action-search.js';
import { ActionTemplates } from './action-templates.service.js';
import { EditActionDto } from './action-words.dto.js';
import { Action } from './action.entity.js';
import type {
  ActionQuery,
  ActionSummaryDto,
  OpenActionDto,
  ReportProgressDto,
} from './actions.dto.js';
import { dropRequest } from './deferral-settling.js';
import { findIndicator, Origins } from './origins.service.js';
import { Programmes } from './programmes.js';

/** What is done about what was said, and whether it worked. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly origins: Origins,
    private readonly templates: ActionTemplates,
    private readonly units: Units,
    private readonly people: People,
    private readonly programmes: Programmes,
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
    return this.tenancy.within(me, (tx) => this.add(tx, me, plan, now));
  }

  /** Opens an action within a work that does more than that. */
  async add(tx: EntityManager, me: Member, plan: OpenActionDto, now: Date): Promise<string> {
    me.must('action.create', plan.unitId);
    if (plan.origins.length === 0) throw new Refusal('invalid', 'action.origin_missing');
    if (plan.verifierId === plan.ownerId) throw new Refusal('invalid', 'action.verifier_is_owner');
    const { today } = await calendarOf(tx, me, now);
    const { origins, templateId, ...words } = plan;
    await this.findNamed(tx, plan);
    const { planId = null, objectiveId = null, title } = plan;
    const fields = { ...words, ...settleCheck(plan) };
    const id = newId();
    const reference = `A${newReference(today)}`;
    await this.programmes.admit(tx, me, { planId, objectiveId, reference, title });
    await tx.insert(Action, { id, reference, ...fields, createdBy: me.id, movedAt: now });
    for (const origin of origins) await this.origins.link(tx, me, id, origin);
    if (templateId) await this.templates.unfold(tx, templateId, id, plan.startOn ?? today);
    await this.journal.write(tx, me, 'action.open', id, { title: plan.title });
    return id;
  }

  /**
   * Changes its words. @throws Refusal `action.changed` where somebody did since they were read: it
   * tells what stands now, so that nobody's words are lost.
   */
  edit(me: Member, id: string, { version, ...words }: EditActionDto): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.find(tx, me, id);
      const before = wordsOf(action);
      const after = { ...nothingSaid, ...words, ...settleCheck(words) };
      const changed = wordNames.filter((name) => after[name] !== before[name]);
      const owned: readonly string[] = ownersWords;
      if (action.ownerId !== me.id) me.must('action.edit', action.unitId);
      // Said first: what somebody else changed since would pass for a change of mine.
      if (version !== action.version) {
        throw new Refusal('conflict', 'action.changed', await this.standing(tx, action));
      }
      if (changed.length === 0) return;
      if (!changed.every((name) => owned.includes(name))) me.must('action.edit', action.unitId);
      if (after.unitId !== action.unitId) me.must('action.edit', after.unitId);
      if (after.verifierId === after.ownerId) {
        throw new Refusal('invalid', 'action.verifier_is_owner');
      }
      if (after.ownerId === action.verdictBy) {
        throw new Refusal('conflict', 'action.owner_gave_verdict');
      }
      await this.findNamed(tx, after);
      await tx.update(Action, { id }, { ...after, version: version + 1 });
      await this.journal.write(tx, me, 'action.edit', id, { words: changed });
    });
  }

  /** Its owner, or whoever leads there, says how far it has come. */
  report(me: Member, id: string, said: ReportProgressDto, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.progress(tx, me, await this.find(tx, me, id), said, now);
    });
  }

  /** Notes how far an action that is locked has come. */
  async progress(
    tx: EntityManager,
    me: Member,
    action: Action,
    { progress, note, done }: ReportProgressDto,
    now: Date,
  ): Promise<void> {
    const { id } = action;
    const isOwner = action.ownerId === me.id;
    if (!isOwner) me.must('action.progress', action.unitId);
    if (!isOpen(action.state)) stateAfter(actionLifecycle, action.state, 'finish');
    const { today } = await calendarOf(tx, me, now);
    const facts = done ? { progress: 100, doneOn: today } : { progress };
    const move: ActionMove | null = done ? 'finish' : action.state === 'planned' ? 'start' : null;
    const state = move ? stateAfter(actionLifecycle, action.state, move) : action.state;
    const moved = state === action.state ? {} : { movedAt: now };
    // Whoever works on it has taken it back.
    const owned = isOwner ? { disownedOn: null, disownedNote: null } : {};
    await tx.update(Action, { id }, { ...facts, ...moved, ...owned, state });
    if (done) await dropRequest(tx, id, me, now);
    const verb = done ? 'action.finish' : 'action.report';
    await this.journal.write(tx, me, verb, id, { progress: facts.progress, note });
  }

  cancel(me: Member, id: string, reason: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.find(tx, me, id);
      me.must('action.cancel', action.unitId);
      const state = stateAfter(actionLifecycle, action.state, 'cancel');
      await tx.update(Action, { id }, { state, cancelReason: reason, movedAt: now });
      await dropRequest(tx, id, me, now);
      await this.journal.write(tx, me, 'action.cancel', id, { reason });
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

  /** Whoever and whatever is named exists here. */
  private async findNamed(
    tx: EntityManager,
    named: Partial<Pick<Words, 'unitId' | 'ownerId' | 'verifierId' | 'checkIndicatorId'>>,
  ): Promise<void> {
    if (named.unitId) await this.units.find(tx, named.unitId);
    if (named.ownerId) await this.people.find(tx, named.ownerId);
    if (named.verifierId) await this.people.find(tx, named.verifierId);
    if (named.checkIndicatorId) await findIndicator(tx, named.checkIndicatorId);
  }

  /** What stands now, and who wrote it last: what somebody who wrote meanwhile has to compare. */
  private async standing(tx: EntityManager, action: Action): Promise<Record<string, unknown>> {
    const lines = await this.journal.of(tx, [action.id]);
    const last = lines.filter(({ verb }) => verb === 'action.edit').at(-1);
    const current = { version: action.version, ...wordsOf(action) };
    return { current, who: last?.who ?? null, at: last?.at ?? null };
  }
}

/** The words that several people may be writing, as they stand where nothing was said. */
const nothingSaid = {
  ...{ description: '', rationale: '', participants: '', skills: '', stakeholders: '' },
  ...{ levers: '', obstacles: '', verifierId: null, criterion: null, checkMethod: null },
  ...{ checkOn: null, checkIndicatorId: null, checkTarget: null, checkDays: null },
  ...{ startOn: null, participation: null, feasibility: null, impact: null },
  ...{ cost: null, effortDays: null },
};
const wordNames = [
  ...(Object.keys(nothingSaid) as (keyof typeof nothingSaid)[]),
  ...(['kind', 'title', 'unitId', 'ownerId'] as const),
];
type Words = Pick<Action, (typeof wordNames)[number]>;

function wordsOf(action: Action): Words {
  return Object.fromEntries(wordNames.map((name) => [name, action[name]])) as unknown as Words;
}
