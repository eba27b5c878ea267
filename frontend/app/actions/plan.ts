import type { OpenActionDto, OriginInputDto } from '../../../backend/actions/actions.dto';
import type { CheckMethod, Participation, Rating } from '../../../backend/domain/action';
import type { ActionKind } from '../../../backend/domain/action';
import { addDays, type Day } from '../../../backend/domain/days';
import type { FeedbackKind } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { amountOf, typedAmount } from './amount';
import { said, type Words } from './words';

/** What is typed of an action; a form holds no absence, and a number as it was written. */
export interface Plan {
  kind: ActionKind;
  title: string;
  description: string;
  rationale: string;
  unitId: string;
  ownerId: string;
  startOn: Day;
  dueOn: Day;
  feasibility: `${Rating}` | '';
  impact: `${Rating}` | '';
  cost: string;
  effortDays: string;
  skills: string;
  stakeholders: string;
  levers: string;
  obstacles: string;
  participation: Participation | '';
  participants: string;
  verifierId: string;
  criterion: string;
  checkOn: Day;
  checkMethod: CheckMethod | '';
  checkIndicatorId: string;
  /** Per cent. */
  checkTarget: string;
  checkDays: string;
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

const nothing: Words = {
  ...{ kind: 'corrective', title: '', description: '', rationale: '', unitId: '', ownerId: '' },
  ...{ startOn: null, feasibility: null, impact: null, cost: null, effortDays: null },
  ...{ skills: '', stakeholders: '', levers: '', obstacles: '' },
  ...{ participation: null, participants: '', verifierId: null, criterion: null },
  ...{ checkOn: null, checkMethod: null, checkIndicatorId: null },
  ...{ checkTarget: null, checkDays: null },
};

/** What stands in the form when it opens. */
export function planFor(prefill: Prefill, me: string, today: Day): Plan {
  const { dueOn = addDays(today, usualDays), ...more } = prefill;
  const words = Object.entries(more).filter(([name]) => name in nothing);
  return planOf({ ...nothing, ownerId: me, ...Object.fromEntries(words) }, dueOn);
}

/** Whether more is said than who does what by when, and where. */
export function saysMore(plan: Plan): boolean {
  const { kind, title, unitId, ownerId, dueOn, ...more } = plan;
  return Object.values(more).some((value) => value !== '');
}

/** Other words are proposed: they stand where nothing was typed. */
export function refill(typed: Plan, proposed: Plan, next: Plan): Plan {
  const names = Object.keys(typed) as (keyof Plan)[];
  const kept = names.filter((name) => typed[name] !== proposed[name]);
  return { ...next, ...Object.fromEntries(kept.map((name) => [name, typed[name]])) };
}

/** An action's words as they stand in the form. */
export function planOf(words: Words, dueOn: Day): Plan {
  const { checkTarget, checkDays, cost, effortDays, feasibility, impact } = words;
  const share = checkTarget === null ? null : Number((checkTarget * 100).toFixed(4));
  return {
    ...words,
    dueOn,
    startOn: words.startOn ?? '',
    feasibility: feasibility ? `${feasibility}` : '',
    impact: impact ? `${impact}` : '',
    cost: typedAmount(cost),
    effortDays: typedAmount(effortDays),
    participation: words.participation ?? '',
    verifierId: words.verifierId ?? '',
    criterion: words.criterion ?? '',
    checkOn: words.checkOn ?? '',
    checkMethod: words.checkMethod ?? '',
    checkIndicatorId: words.checkIndicatorId ?? '',
    checkTarget: typedAmount(share),
    checkDays: typedAmount(checkDays),
  };
}

/** The words that were typed, as the server would hold them. */
export function typedWords(plan: Plan): Words {
  const { checkMethod, checkIndicatorId, checkTarget, checkDays } = plan;
  const share = amountOf(checkTarget);
  return {
    kind: plan.kind,
    title: plan.title.trim(),
    description: plan.description.trim(),
    rationale: plan.rationale.trim(),
    unitId: plan.unitId,
    ownerId: plan.ownerId,
    startOn: plan.startOn || null,
    feasibility: (Number(plan.feasibility) || null) as Rating | null,
    impact: (Number(plan.impact) || null) as Rating | null,
    cost: amountOf(plan.cost),
    effortDays: amountOf(plan.effortDays),
    skills: plan.skills.trim(),
    stakeholders: plan.stakeholders.trim(),
    levers: plan.levers.trim(),
    obstacles: plan.obstacles.trim(),
    participation: plan.participation || null,
    participants: plan.participants.trim(),
    verifierId: plan.verifierId || null,
    criterion: plan.criterion.trim() || null,
    checkOn: plan.checkOn || null,
    checkMethod: checkMethod || null,
    checkIndicatorId: (checkMethod === 'indicator' && checkIndicatorId) || null,
    checkTarget: checkMethod === 'indicator' && share !== null ? share / 100 : null,
    checkDays: checkMethod === 'recurrence' ? amountOf(checkDays) : null,
  };
}

/** As the server takes it: what was left empty is not sent. */
export function orderOf(plan: Plan, origins: readonly OriginInputDto[]): OpenActionDto {
  const words = said(typedWords(plan));
  return { ...words, dueOn: plan.dueOn, origins: [...origins] } as OpenActionDto;
}

/** What an action that opens from a feedback, and from what its analysis found, comes from. */
export function originsOf(feedbackId: string, causeId?: string): OriginInputDto[] {
  return [
    { kind: 'feedback', feedbackId },
    ...(causeId ? [{ kind: 'analysis_cause' as const, causeId }] : []),
  ];
}
