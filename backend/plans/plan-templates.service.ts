import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy } from '../database/tenancy.js';
import { addDays } from '../domain/days.js';
import { daysOf, patternOf } from '../domain/plan-pattern.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Objectives } from './objectives.service.js';
import { PlanTemplate } from './plan-template.entity.js';
import type { KeepPlanDto, PlanTemplateDto, StartPlanDto } from './plan-templates.dto.js';
import { Plans } from './plans.service.js';

/** What new plans start from. */
@Injectable()
export class PlanTemplates {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly plans: Plans,
    private readonly objectives: Objectives,
    private readonly actions: ActionsService,
    private readonly journal: Journal,
  ) {}

  list(me: Member): Promise<PlanTemplateDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const found = await tx.find(PlanTemplate, { order: { title: 'ASC', id: 'ASC' } });
      return found.map(({ id, title, content: { objectives, actions, days } }) => ({
        ...{ id, title, objectives, days },
        actions: actions.map((action) => action.title),
      }));
    });
  }

  /** Keeps a plan's objectives and actions; a cancelled action is not a model for another plan. */
  keep(me: Member, { planId, title }: KeepPlanDto): Promise<string> {
    return this.tenancy.within(me, async (tx) => {
      const plan = await this.plans.findToWrite(tx, me, planId);
      const objectives = await this.objectives.of(tx, planId);
      const rows = await tx.find(Action, { where: { planId }, order: { dueOn: 'ASC', id: 'ASC' } });
      const actions = rows
        .filter(({ state }) => state !== 'cancelled')
        .map(({ objectiveId, kind, title: named, description, rationale, ...rest }) => ({
          ...{ objectiveId, kind, title: named, description, rationale },
          ...{ criterion: rest.criterion, weight: Number(rest.weight) },
          ...{ startOn: rest.startOn, dueOn: rest.dueOn },
        }));
      const id = newId();
      const content = patternOf({ plan, objectives, actions });
      await tx.insert(PlanTemplate, { id, title, content, createdBy: me.id });
      await this.journal.write(tx, me, 'plan.keep', planId, { title });
      return id;
    });
  }

  /** Starts a plan with all that the template holds, or nothing of it. */
  start(me: Member, id: string, plan: StartPlanDto, now = new Date()): Promise<string> {
    return this.tenancy.within(me, async (tx) => {
      const template = await tx.findOneBy(PlanTemplate, { id });
      if (!template) throw new Refusal('unknown', 'record.unknown');
      const { description, governance, days, actions } = template.content;
      const { title, unitId, pilotId, fromDay, origin } = plan;
      const objectives = template.content.objectives.map((wording) => ({ id: newId(), wording }));
      const toDay = addDays(fromDay, days);
      const words = { title, description, governance, unitId, pilotId, fromDay, toDay, objectives };
      const planId = await this.plans.draw(tx, me, words, now);
      for (const { objective, weight, ...action } of actions) {
        const { kind, title: named, rationale } = action;
        const { startOn, dueOn } = daysOf(action, fromDay);
        const objectiveId = objective === null ? undefined : objectives[objective]?.id;
        const actionId = await this.actions.add(
          tx,
          me,
          {
            ...{ kind, title: named, description: action.description, rationale },
            ...{ unitId, ownerId: pilotId, dueOn, planId },
            ...(startOn && { startOn }),
            ...(objectiveId && { objectiveId }),
            ...(action.criterion && { criterion: action.criterion }),
            origins: [{ kind: 'recommendation', reference: origin }],
          },
          now,
        );
        await tx.update(Action, { id: actionId }, { weight });
      }
      return planId;
    });
  }

  /** Forgets it; the plans that started from it stay as they are. @throws Refusal `record.unknown`. */
  forget(me: Member, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { affected } = await tx.delete(PlanTemplate, { id });
      if (!affected) throw new Refusal('unknown', 'record.unknown');
    });
  }
}
