import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { summaries, visibleActions } from '../actions/action-search.js';
import { Tenancy } from '../database/tenancy.js';
import { byUrgency, planProgress, planSpending } from '../domain/plan.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Objectives } from './objectives.service.js';
import { planSummaries, plannedActions, visiblePlans } from './plan-search.js';
import type { PlanActionDto, PlanDto, PlanSummaryDto } from './plans.dto.js';
import { mayWrite, Plans } from './plans.service.js';

/** A plan with its objectives and its actions, and how far it has come. */
@Injectable()
export class PlanRecords {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly plans: Plans,
    private readonly objectives: Objectives,
    private readonly journal: Journal,
  ) {}

  read(me: Member, id: string, now = new Date()): Promise<PlanDto> {
    return this.tenancy.within(me, async (tx) => {
      const plan = await this.plans.peek(tx, me, id);
      const { today } = await calendarOf(tx, me, now);
      const found = visiblePlans(tx, me).andWhere('p.id = :id', { id });
      const [summary] = await planSummaries(tx, found, today);
      const counted = await plannedActions(tx, [id]);
      const actions = await actionsOf(tx, me, id, today);
      const objectives = await this.objectives.of(tx, id);
      const { version, description, budget, governance } = plan;
      return {
        ...(summary as PlanSummaryDto),
        ...{ version, description, budget, governance, actions },
        spending: planSpending(counted),
        objectives: objectives.map((objective) => ({
          ...objective,
          progress: planProgress(
            counted.filter(({ objectiveId }) => objectiveId === objective.id),
            today,
          ),
        })),
        hidden: counted.length - actions.length,
        mayWrite: mayWrite(me, plan),
        history: await this.journal.of(tx, [id]),
      };
    });
  }
}

/** Those of its actions that I may see, what is late first. */
async function actionsOf(
  tx: EntityManager,
  me: Member,
  planId: string,
  today: string,
): Promise<PlanActionDto[]> {
  const mine = () => visibleActions(tx, me).andWhere('a.planId = :planId', { planId });
  const placed = new Map((await mine().getMany()).map((action) => [action.id, action]));
  const rows = await summaries(mine().orderBy('a.id'), today);
  return rows
    .flatMap((row) => {
      const action = placed.get(row.id);
      if (!action) return [];
      const { objectiveId, weight, cost } = action;
      return { ...row, objectiveId, weight, cost };
    })
    .sort(byUrgency);
}
