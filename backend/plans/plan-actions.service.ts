import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Objective } from './objective.entity.js';
import { Plan } from './plan.entity.js';
import type { PlaceActionDto } from './plans.dto.js';
import { mayWrite, Plans } from './plans.service.js';

/** Which actions a plan is made of, under which objective, and what each counts for. */
@Injectable()
export class PlanActions {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly plans: Plans,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  /** Brings an action into a plan, from another if need be, or moves it within. */
  place(
    me: Member,
    planId: string,
    actionId: string,
    { objectiveId, weight }: PlaceActionDto,
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      // The plan first, always: its objectives may be taken away at the same moment.
      await this.plans.findToWrite(tx, me, planId);
      const action = await this.actions.find(tx, me, actionId);
      const comes = action.planId !== planId;
      if (comes && action.planId) await this.mustLetGo(tx, me, action.planId);
      if (objectiveId && !(await tx.existsBy(Objective, { id: objectiveId, planId }))) {
        throw new Refusal('invalid', 'plan.objective_unknown');
      }
      const place = {
        ...{ planId, objectiveId: objectiveId ?? null },
        weight: weight ?? (comes ? 1 : action.weight),
      };
      const stands = place.objectiveId === action.objectiveId && place.weight === action.weight;
      if (!comes && stands) return;
      await tx.update(Action, { id: actionId }, place);
      await this.note(tx, me, comes ? 'join' : 'place', planId, action);
    });
  }

  /** Takes an action out of a plan; it goes on without. */
  remove(me: Member, planId: string, actionId: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.plans.findToWrite(tx, me, planId);
      const action = await this.actions.find(tx, me, actionId);
      if (action.planId !== planId) return;
      await tx.update(Action, { id: actionId }, { planId: null, objectiveId: null, weight: 1 });
      await this.note(tx, me, 'leave', planId, action);
    });
  }

  /** Nobody takes an action out of a plan that they may not change. */
  private async mustLetGo(tx: EntityManager, me: Member, planId: string): Promise<void> {
    const plan = await tx.findOneByOrFail(Plan, { id: planId });
    if (!mayWrite(me, plan)) throw new Refusal('conflict', 'plan.action_elsewhere');
  }

  private note(
    tx: EntityManager,
    me: Member,
    verb: 'join' | 'place' | 'leave',
    planId: string,
    { reference, title }: Action,
  ): Promise<void> {
    return this.journal.write(tx, me, `plan.${verb}`, planId, { reference, title });
  }
}
