import type { ActionDto } from '../../../backend/actions/actions.dto';
import type {
  ActionTemplateDto,
  TemplateContentDto,
  TemplateStepDto,
} from '../../../backend/actions/action-templates.dto';
import { addDays, daysBetween, type Day } from '../../../backend/domain/days';
import type { Prefill } from './plan';

/** What a template proposes where an action opens, besides what it comes from. */
export function proposedBy({ content }: ActionTemplateDto, today: Day): Prefill {
  const { days, checkDays, steps: _, ...words } = content;
  return {
    ...words,
    ...(days && { dueOn: addDays(today, days) }),
    ...(checkDays && { checkMethod: 'recurrence' as const, checkDays }),
  };
}

/** What of an action may serve again: its words and its steps, without its people and its days. */
export function templateOf(action: ActionDto, opened: Day): TemplateContentDto {
  const { kind, title, description, rationale, skills, stakeholders, criterion } = action;
  const { participation, check, startOn, dueOn, work } = action;
  const start = startOn ?? opened;
  const days = daysBetween(start, dueOn);
  const told = { title, description, rationale, skills, stakeholders, criterion, participation };
  return {
    kind,
    ...(Object.fromEntries(Object.entries(told).filter(([, value]) => value)) as object),
    ...(check.days && { checkDays: check.days }),
    ...(days >= 1 && days <= 1095 && { days }),
    steps: work.steps.map(({ title: what, dueOn: due }) => {
      const after = due === null ? -1 : daysBetween(start, due);
      return { title: what, ...(after >= 0 && after <= 1095 && { afterDays: after }) };
    }),
  };
}

/** The steps as they are typed, one a line: « 7 : Choisir la date ». */
export function typedSteps(steps: readonly TemplateStepDto[]): string {
  return steps
    .map(({ title, afterDays }) => (afterDays === undefined ? title : `${afterDays} : ${title}`))
    .join('\n');
}

/** The steps that were typed; a number before a colon is how many days after the start. */
export function readSteps(typed: string): TemplateStepDto[] {
  return typed.split('\n').flatMap((line) => {
    const [, days, title = ''] = /^\s*(?:(\d{1,4})\s*:)?\s*(.*?)\s*$/.exec(line) ?? [];
    if (!title) return [];
    return [{ title, ...(days !== undefined && { afterDays: Number(days) }) }];
  });
}
