import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { actionLifecycle, isOpen, verdictMoves, type ActionMove } from '../domain/action.js';
import { movesFrom } from '../domain/lifecycle.js';
import { threadOf, type ThreadFacts, type ThreadStep } from '../domain/thread.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Person } from '../people/person.entity.js';
import { summaries, visibleActions } from './action-search.js';
import { workOf } from './action-work.js';
import { Action } from './action.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import type { ActionDto, ActionSummaryDto, CheckDto } from './actions.dto.js';
import { ActionsService } from './actions.service.js';
import { disowningOf } from './disowning-record.js';
import { dueDateOf } from './deferral-record.js';
import { describeOrigin, originsOf, type OriginRow } from './origin-rows.js';
import { Programmes } from './programmes.js';

/** The record of one action: every voice it comes from, what was done, whether it worked. */
@Injectable()
export class ActionRecords {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly programmes: Programmes,
    private readonly journal: Journal,
  ) {}

  read(me: Member, id: string, now = new Date()): Promise<ActionDto> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.peek(tx, me, id);
      const { today, dayOf } = await calendarOf(tx, me, now);
      const found = visibleActions(tx, me).andWhere('a.id = :id', { id });
      const [summary] = await summaries(found, today);
      const verifier = action.verifierId
        ? await tx.findOneByOrFail(Person, { id: action.verifierId })
        : null;
      const origins = await originsOf(tx, me, id);
      return {
        ...(summary as ActionSummaryDto),
        ...factsOf(action),
        check: await checkOf(tx, action),
        plan: await this.programmes.of(tx, me, action),
        successorOf: action.successorOf ? await named(tx, { id: action.successorOf }) : null,
        successors: await tx.find(Action, {
          where: { successorOf: id },
          select: { id: true, reference: true, title: true },
          order: { id: 'ASC' },
        }),
        verifier: verifier && { id: verifier.id, name: verifier.name },
        verdictNote: action.verdictNote,
        cancelReason: action.cancelReason,
        origins: origins.map(describeOrigin),
        thread: actionThread(
          action,
          (summary as ActionSummaryDto).owner.name,
          verifier,
          origins,
          dayOf,
        ),
        work: await workOf(tx, me, action, today),
        history: await this.journal.of(tx, [id]),
        ...mayDo(me, action),
        disowning: disowningOf(me, action),
        ...(await dueDateOf(tx, me, action)),
      };
    });
  }
}

/** What the record says as it is stored. */
function factsOf(action: Action) {
  const { version, description, rationale, criterion, participation, participants } = action;
  const { feasibility, impact, priority, cost, effortDays, skills, startOn } = action;
  const { stakeholders, levers, obstacles } = action;
  return {
    ...{ version, description, rationale, criterion, participation, participants },
    ...{ feasibility, impact, priority, cost, effortDays, skills, startOn },
    ...{ stakeholders, levers, obstacles },
  };
}

async function checkOf(tx: EntityManager, action: Action): Promise<CheckDto> {
  const { checkMethod, checkOn, checkIndicatorId, checkTarget, checkDays } = action;
  const indicator = checkIndicatorId
    ? await tx.findOneByOrFail(Indicator, { id: checkIndicatorId })
    : null;
  return {
    method: checkMethod,
    on: checkOn,
    indicator: indicator && { id: indicator.id, name: indicator.name },
    target: checkTarget,
    days: checkDays,
  };
}

function named(
  tx: EntityManager,
  where: { id: string },
): Promise<NonNullable<ActionDto['successorOf']>> {
  return tx.findOneOrFail(Action, { where, select: { id: true, reference: true, title: true } });
}

/** What the state and the reader's part in it allow. */
export function mayDo(
  me: Member,
  {
    state,
    unitId,
    ownerId,
    verifierId,
  }: Pick<Action, 'state' | 'unitId' | 'ownerId' | 'verifierId'>,
): Pick<ActionDto, 'moves' | 'mayReport' | 'mayEdit' | 'mayReschedule' | 'verdictObstacle'> {
  const isOwner = ownerId === me.id;
  const named: Partial<Record<ActionMove, boolean>> = {
    start: isOwner,
    finish: isOwner,
    verify: verifierId === me.id,
    resume: verifierId === me.id,
  };
  const moves = movesFrom(actionLifecycle, state).filter(
    (move) => named[move] || me.may(actionLifecycle.moves[move].needs, unitId),
  );
  const barred = isOwner && moves.includes('verify');
  return {
    moves: barred ? moves.filter((move) => !verdictMoves.includes(move)) : moves,
    mayReport: isOpen(state) && (isOwner || me.may('action.progress', unitId)),
    mayEdit: me.may('action.edit', unitId) ? 'all' : isOwner ? 'owner' : 'nothing',
    mayReschedule: isOpen(state) && me.may('action.reschedule', unitId),
    verdictObstacle: barred ? 'action.verdict_by_owner' : null,
  };
}

function actionThread(
  action: Action,
  owner: string,
  verifier: Person | null,
  origins: OriginRow[],
  dayOf: (instant: Date) => string,
): ThreadStep[] {
  const voices = origins.filter(({ receivedOn }) => receivedOn);
  const firstVoice = voices.map(({ receivedOn }) => receivedOn).sort()[0];
  const qualified = voices.flatMap(({ qualifiedAt }) => qualifiedAt ?? [])[0];
  const concluded = origins
    .flatMap(({ concludedOn }) => concludedOn ?? [])
    .sort()
    .at(-1);
  const answered = voices.flatMap(({ answeredAt }) => answeredAt ?? []).at(-1);
  const facts: ThreadFacts = {
    voice: { at: firstVoice ?? dayOf(action.createdAt) },
    action: { done: action.doneOn !== null, at: action.doneOn ?? action.dueOn, who: owner },
    noActionNeeded: false,
    over: action.state === 'cancelled',
  };
  if (concluded) facts.analysis = { at: concluded };
  else if (qualified) facts.analysis = { at: dayOf(qualified) };
  if (action.state === 'verified' && action.verdictOn) {
    facts.effect = { at: action.verdictOn, ...(verifier && { who: verifier.name }) };
  }
  // Nobody who can be told is left out.
  const owed = voices.some(({ reachable, answeredAt }) => reachable && !answeredAt);
  if (answered && !owed) facts.answer = { at: dayOf(answered) };
  return threadOf(facts);
}
