import type { OpenActionDto, OriginInputDto } from '../../../backend/actions/actions.dto';
import type { ActionKind, Participation } from '../../../backend/domain/action';
import { addDays, type Day } from '../../../backend/domain/days';
import type { FeedbackKind } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';

/** What is typed of an action before it is opened; a form holds no absence. */
export interface Plan {
  kind: ActionKind;
  title: string;
  description: string;
  unitId: string;
  ownerId: string;
  verifierId: string;
  criterion: string;
  dueOn: Day;
  participation: Participation | '';
}

/** How long an action is given where nobody says otherwise. */
export const usualDays = 30;

const usualKind: Record<FeedbackKind, ActionKind> = {
  anomaly: 'corrective',
  complaint: 'corrective',
  suggestion: 'improvement',
  compliment: 'improvement',
};

/** Words that are proposed where an action opens: those of what it comes from, or of a template. */
export type Prefill = Partial<Omit<OpenActionDto, 'origins'>>;

/** What most actions born of such a feedback look like; all of it can be changed. */
export function fromFeedback({ kind, unit }: FeedbackDto): Prefill {
  return { kind: usualKind[kind], unitId: unit.id };
}

/** What stands in the form when it opens. */
export function planFor(prefill: Prefill, me: string, today: Day): Plan {
  const blank: Plan = {
    ...{ kind: 'corrective', title: '', description: '', unitId: '', ownerId: me },
    ...{ verifierId: '', criterion: '', dueOn: addDays(today, usualDays), participation: '' },
  };
  const told = Object.entries(prefill).filter(([name, value]) => name in blank && value);
  return { ...blank, ...(Object.fromEntries(told) as Partial<Plan>) };
}

/** Other words are proposed: they stand where nothing was typed. */
export function refill(typed: Plan, proposed: Plan, next: Plan): Plan {
  const names = Object.keys(typed) as (keyof Plan)[];
  const kept = names.filter((name) => typed[name] !== proposed[name]);
  return { ...next, ...Object.fromEntries(kept.map((name) => [name, typed[name]])) };
}

/** As the server takes it: what was left empty is not sent. */
export function orderOf(plan: Plan, origins: readonly OriginInputDto[]): OpenActionDto {
  const { verifierId, criterion, participation, title, description, ...told } = plan;
  return {
    ...told,
    title: title.trim(),
    description: description.trim(),
    ...(verifierId && { verifierId }),
    ...(criterion.trim() && { criterion: criterion.trim() }),
    ...(participation && { participation }),
    origins: [...origins],
  };
}

/** What an action that opens from a feedback, and from what its analysis found, comes from. */
export function originsOf(feedbackId: string, causeId?: string): OriginInputDto[] {
  return [
    { kind: 'feedback', feedbackId },
    ...(causeId ? [{ kind: 'analysis_cause' as const, causeId }] : []),
  ];
}
