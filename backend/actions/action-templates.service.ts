import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { addDays } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { ActionStep } from './action-step.entity.js';
import { ActionTemplate } from './action-template.entity.js';
import type { ActionTemplateDto, ActionTemplateInputDto } from './action-templates.dto.js';

/** What actions start from, shared by the whole organisation. */
@Injectable()
export class ActionTemplates {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  list(me: Member): Promise<ActionTemplateDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const templates = await tx.find(ActionTemplate, { order: { name: 'ASC' } });
      return templates.map(({ id, name, content }) => ({ id, name, content }));
    });
  }

  /** Keeps one; a second of that name is refused by the database. */
  create(me: Member, input: ActionTemplateInputDto): Promise<ActionTemplateDto> {
    return this.tenancy.within(me, async (tx) => {
      const id = newId();
      await tx.insert(ActionTemplate, { id, ...input, createdBy: me.id });
      await this.journal.write(tx, me, 'action_template.create', id, { name: input.name });
      return { id, ...input };
    });
  }

  change(me: Member, id: string, input: ActionTemplateInputDto): Promise<ActionTemplateDto> {
    return this.tenancy.within(me, async (tx) => {
      await find(tx, id);
      await tx.update(ActionTemplate, { id }, { ...input });
      await this.journal.write(tx, me, 'action_template.change', id, { name: input.name });
      return { id, ...input };
    });
  }

  /** Removes one; the actions that started from it stay as they are. */
  remove(me: Member, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { name } = await find(tx, id);
      await tx.delete(ActionTemplate, { id });
      await this.journal.write(tx, me, 'action_template.remove', id, { name });
    });
  }

  /** Gives an action the steps of a template, each dated from the day on which it starts. */
  async unfold(tx: EntityManager, id: string, actionId: string, start: string): Promise<void> {
    const { content } = await find(tx, id);
    for (const [position, { title, afterDays }] of content.steps.entries()) {
      const dueOn = afterDays === undefined ? null : addDays(start, afterDays);
      await tx.insert(ActionStep, { id: newId(), actionId, position, title, dueOn });
    }
  }
}

async function find(tx: EntityManager, id: string): Promise<ActionTemplate> {
  const template = await tx.findOneBy(ActionTemplate, { id });
  if (!template) throw new Refusal('unknown', 'record.unknown');
  return template;
}
