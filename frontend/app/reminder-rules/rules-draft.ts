import { Refusal } from '../../../backend/domain/refusal';
import { refuseBadRules, type ReminderRules } from '../../../backend/domain/reminders';

/** Rules as they are being written: days before in the order they were typed in. */
export interface RulesDraft extends Omit<ReminderRules, 'before'> {
  days: number[];
  onTheDay: boolean;
}

export const fieldsOfRules = [
  'before',
  'everyAfter',
  'escalation',
  'quietWeekdays',
  'quietPeriods',
  'hour',
  'restAfterReport',
] as const;
export type FieldOfRules = (typeof fieldsOfRules)[number];

export function draftOf({ before, ...rules }: ReminderRules): RulesDraft {
  const days = before.filter((day) => day < 0).map((day) => -day);
  return { ...rules, days, onTheDay: before.includes(0) };
}

export function rulesOf({ days, onTheDay, ...rules }: RulesDraft): ReminderRules {
  const before = days.map((day) => -day).sort((one, other) => one - other);
  return {
    before: onTheDay ? [...before, 0] : before,
    ...rules,
    escalation: rules.escalation.toSorted((one, other) => one.after - other.after),
  };
}

/** The fields that can't be followed, by the law that the server asks as well. */
export function wrongFields(draft: RulesDraft): FieldOfRules[] {
  const blank = draft.quietPeriods.some(({ from, to }) => !from || !to);
  // The day itself has a box of its own: a zero among the days before it is a blank.
  const own = [
    ...(draft.days.some((day) => !(day >= 1)) ? ['before'] : []),
    ...(blank ? ['quietPeriods'] : []),
  ];
  const found = new Set([...own, ...wrongByLaw(rulesOf(draft))]);
  return fieldsOfRules.filter((field) => found.has(field));
}

function wrongByLaw(rules: ReminderRules): string[] {
  try {
    refuseBadRules(rules);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.details['wrong'] as string[];
    throw error;
  }
}
