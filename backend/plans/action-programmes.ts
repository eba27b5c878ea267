import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Action } from '../actions/action.entity.js';
import type { ActionPlanDto } from '../actions/programmes.dto.js';
import { Programmes } from '../actions/programmes.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Objective } from './objective.entity.js';
import { visiblePlans } from './plan-search.js';
import { mayWrite } from './plans.service.js';

/** Tells the actions' room of the plans that it may not know by name. */
@Injectable()
export class ActionProgrammes extends Programmes {
  constructor(private readonly journal: Journal) {
    super();
  }

  async of(
    tx: EntityManager,
    me: Member,
    { planId, objectiveId }: Pick<Action, 'planId' | 'objectiveId'>,
  ): Promise<ActionPlanDto | null> {
    if (!planId) return null;
    const plan = await visiblePlans(tx, me).andWhere('p.id = :planId', { planId }).getOne();
    if (!plan) return null;
    const objective = objectiveId ? await tx.findOneBy(Objective, { id: objectiveId }) : null;
    const { id, reference, title } = plan;
    return { id, reference, title, objective: objective?.wording ?? null };
  }

  async admit(
    tx: EntityManager,
    me: Member,
    action: Pick<Action, 'planId' | 'objectiveId' | 'reference' | 'title'>,
  ): Promise<void> {
    const { planId, objectiveId, reference, title } = action;
    if (!planId) {
      if (objectiveId) throw new Refusal('invalid', 'plan.objective_unknown');
      return;
    }
    const plan = await visiblePlans(tx, me)
      .andWhere('p.id = :planId', { planId })
      .setLock('pessimistic_write')
      .getOne();
    if (!plan) throw new Refusal('unknown', 'record.unknown');
    if (!mayWrite(me, plan)) me.must('plan.write', plan.unitId);
    if (objectiveId && !(await tx.existsBy(Objective, { id: objectiveId, planId }))) {
      throw new Refusal('invalid', 'plan.objective_unknown');
    }
    await this.journal.write(tx, me, 'plan.join', planId, { reference, title });
  }
}
