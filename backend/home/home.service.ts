import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { summaries as actionSummaries, visibleActions } from '../actions/action-search.js';
import { awaitingVerdict } from '../actions/to-verify.js';
import type { Action } from '../actions/action.entity.js';
import { countSteps, stepsOf } from '../work/owed-steps.js';
import { callsTo, countCalls } from '../work/calls.js';
import type { ActionSummaryDto } from '../actions/actions.dto.js';
import { deferralsToDecide } from '../actions/deferral-search.js';
import type { Member } from '../access/member.js';
import { countRows } from '../database/count.js';
import { Tenancy } from '../database/tenancy.js';
import { summaries as feedbackSummaries } from '../feedback/feedback-search.js';
import type { FeedbackSummaryDto } from '../feedback/feedback.dto.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { calendarOf } from '../organization/calendar.js';
import type { HomeDto, Owed } from './home.dto.js';

const shown = 8;

/** What I owe today, by what I may do. */
@Injectable()
export class Home {
  constructor(private readonly tenancy: Tenancy) {}

  read(me: Member, now = new Date()): Promise<HomeDto> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      const actions = (where: string): Promise<Owed<ActionSummaryDto>> =>
        owedActions(visibleActions(tx, me).andWhere(where, { me: me.id }), today);
      const feedback = (
        unitIds: string[],
        where: string,
        order: 'ASC' | 'DESC' = 'ASC',
        by: 'receivedOn' | 'dueOn' = 'receivedOn',
      ) =>
        owedFeedback(
          now,
          tx
            .createQueryBuilder(Feedback, 'f')
            .where('f.unitId = ANY (:unitIds)', { unitIds })
            .andWhere(where, { me: me.id, today })
            .orderBy(`f.${by}`, order)
            .addOrderBy('f.id', order),
        );
      const toQualify = me.unitsFor('feedback.qualify');
      const toAnswer = me.unitsFor('feedback.answer');
      const toLog = me.unitsFor('feedback.create');
      return {
        today,
        calls: { items: await callsTo(tx, me.id, shown), total: await countCalls(tx, me.id) },
        myActions: await actions(`a.ownerId = :me AND a.state IN ('planned', 'in_progress')`),
        mySteps: {
          items: await stepsOf(tx, me.id, today, shown),
          total: await countSteps(tx, me.id),
        },
        toDecide: await owedDecisions(tx, me),
        disowned: await disowned(tx, me, today),
        toVerify: await owedActions(awaitingVerdict(visibleActions(tx, me), me, today), today),
        late: toAnswer.length ? await feedback(toAnswer, 'f.dueOn < :today', 'ASC', 'dueOn') : null,
        toQualify: toQualify.length ? await feedback(toQualify, `f.state = 'received'`) : null,
        toAnswer: toAnswer.length ? await feedback(toAnswer, `f.state = 'resolved'`) : null,
        toReceive: toQualify.length ? await feedback(toQualify, sent('t.partner IS NULL')) : null,
        toAsk: toQualify.length ? await feedback(toQualify, sent('t.ask_on <= :today')) : null,
        logged: toLog.length ? await feedback(toLog, 'f.createdBy = :me', 'DESC') : null,
      };
    });
  }
}

/** Sent somewhere, without an outcome yet. */
function sent(where: string): string {
  return `f.state = 'transferred' AND f.id IN
    (SELECT t.feedback_id FROM transfer t WHERE t.outcome IS NULL AND ${where})`;
}

async function owedActions(
  found: SelectQueryBuilder<Action>,
  today: string,
): Promise<Owed<ActionSummaryDto>> {
  const total = await countRows(found);
  found.orderBy('a.dueOn').addOrderBy('a.id').limit(shown);
  return { items: await actionSummaries(found, today), total };
}

async function owedDecisions(tx: EntityManager, me: Member): Promise<HomeDto['toDecide']> {
  const unitIds = me.unitsFor('action.reschedule');
  if (unitIds.length === 0) return null;
  const waiting = await deferralsToDecide(tx, { personId: me.id, unitIds });
  return { items: waiting.slice(0, shown), total: waiting.length };
}

async function disowned(
  tx: EntityManager,
  me: Member,
  today: string,
): Promise<HomeDto['disowned']> {
  const unitIds = me.unitsFor('action.edit');
  if (unitIds.length === 0) return null;
  const found = visibleActions(tx, me)
    .andWhere('a.disownedOn IS NOT NULL AND a.ownerId <> :me', { me: me.id })
    .andWhere('a.unitId = ANY (:led)', { led: unitIds });
  return owedActions(found, today);
}

async function owedFeedback(
  now: Date,
  found: SelectQueryBuilder<Feedback>,
): Promise<Owed<FeedbackSummaryDto>> {
  const total = await countRows(found);
  return { items: await feedbackSummaries(found.limit(shown), now), total };
}
