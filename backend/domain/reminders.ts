import { addDays, daysBetween, type Day, type HolidayCalendar } from './days.js';
import { Refusal } from './refusal.js';
import type { Role } from './permissions.js';

/** Who is told when an action stays late, after its owner. */
export type EscalationRole = Extract<Role, 'manager' | 'quality_manager'>;

/** As whom somebody is told: the one who owes it, or one of those it is escalated to. */
export type DutyRole = 'owner' | EscalationRole;

/** After so many days late, whoever holds this role where the action is hears of it. */
export interface EscalationLevel {
  after: number;
  to: EscalationRole;
}

/** When people are reminded: an organisation's own, which a unit may change for what is under it. */
export interface ReminderRules {
  /** Days from the due date on which the owner is reminded, negative before it, in order. */
  before: number[];
  /** Then every so many days; null for no more. */
  everyAfter: number | null;
  /** In the order of the days. */
  escalation: EscalationLevel[];
  /** Weekdays without an e-mail, 0 for Sunday. */
  quietWeekdays: number[];
  /** Whether public holidays are quiet. */
  quietHolidays: boolean;
  /** Other days without one, both ends included: a summer closure. */
  quietPeriods: { from: Day; to: Day }[];
  /** The local hour from which the day's digest leaves. */
  hour: number;
  /** For so many days after its owner said where it stands, an action is not asked about. */
  restAfterReport: number;
}

/** What an organisation starts with: `domain.md`, « Reminders are kind ». */
export const usualRules: ReminderRules = {
  before: [-7, -1, 0],
  everyAfter: 7,
  escalation: [
    { after: 7, to: 'manager' },
    { after: 21, to: 'quality_manager' },
  ],
  quietWeekdays: [0, 6],
  quietHolidays: true,
  quietPeriods: [],
  hour: 7,
  restAfterReport: 3,
};

/** The local hour from which whoever spoke is told what moved; later than the staff's digest. */
export const newsHour = 9;

/** What somebody may owe, and when they are reminded of it where the organisation does not say. */
export const dutyKinds = ['action', 'step', 'check', 'answer', 'decision', 'mention'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Days from the due date, for what the rules of actions are too much. */
const stepsOfDuty: Record<Exclude<DutyKind, 'action'>, readonly number[]> = {
  step: [-1, 0],
  check: [0],
  answer: [-7, 0],
  decision: [0],
  mention: [0],
};

/** One step of the reminders, named by its distance in days from the due date. */
export interface ReminderStep {
  offset: number;
  day: Day;
}

/** The earliest step of any duty under these rules: what is due later is not looked at. */
export function firstOffset(kind: DutyKind, rules: ReminderRules): number {
  return Math.min(0, ...stepsBefore(kind, rules));
}

/**
 * The last step that has come due by `today`, or none. Steps that an outage or a quiet day missed
 * are not told one by one: the last says it all.
 */
export function stepDue(
  kind: DutyKind,
  dueOn: Day,
  rules: ReminderRules,
  today: Day,
): ReminderStep | null {
  const distance = daysBetween(dueOn, today);
  // Whoever is mentioned is told once.
  const everyAfter = kind === 'mention' ? null : rules.everyAfter;
  const repeated = everyAfter ? Math.floor(distance / everyAfter) * everyAfter : 0;
  const steps = [...stepsBefore(kind, rules), ...(repeated > 0 ? [repeated] : [])];
  const offset = steps.filter((step) => step <= distance).at(-1);
  return offset === undefined ? null : { offset, day: addDays(dueOn, offset) };
}

function stepsBefore(kind: DutyKind, rules: ReminderRules): readonly number[] {
  return kind === 'action' ? rules.before : stepsOfDuty[kind];
}

/**
 * The levels of escalation that have come due by `today`, of each role the last: where a closure
 * held back the first one, both roles hear of it at once.
 */
export function levelsDue(dueOn: Day, rules: ReminderRules, today: Day): EscalationLevel[] {
  const late = daysBetween(dueOn, today);
  const due = rules.escalation.filter(({ after }) => after <= late);
  return due.filter(({ to }, rank) => !due.slice(rank + 1).some((next) => next.to === to));
}

/** Why nobody is written to on a day. */
export const quietReasons = ['closure', 'holiday', 'weekday'] as const;
export type QuietReason = (typeof quietReasons)[number];

/** Why nobody is written to on that day; null where people are. */
export function whyQuiet(
  day: Day,
  rules: ReminderRules,
  isHoliday: HolidayCalendar,
): QuietReason | null {
  if (rules.quietPeriods.some(({ from, to }) => from <= day && day <= to)) return 'closure';
  if (rules.quietHolidays && isHoliday(day)) return 'holiday';
  return rules.quietWeekdays.includes(new Date(day).getUTCDay()) ? 'weekday' : null;
}

/** Whether nobody is written to on that day. */
export function isQuiet(day: Day, rules: ReminderRules, isHoliday: HolidayCalendar): boolean {
  return whyQuiet(day, rules, isHoliday) !== null;
}

/** One line of the calendar of what would be sent about an action. */
export interface PlannedReminder {
  /** The day it leaves on, which is not quiet. */
  day: Day;
  /** Days from the due date of the step that it tells. */
  offset: number;
  to: DutyRole;
}

/**
 * What would be sent about an action from `from` to `until` if nothing moved: each step once, on its
 * day or on the first one after it that is not quiet; of two that fall together, the last.
 */
export function calendarOfReminders(
  dueOn: Day,
  rules: ReminderRules,
  isHoliday: HolidayCalendar,
  { from, until }: { from: Day; until: Day },
): PlannedReminder[] {
  const planned: PlannedReminder[] = [];
  let told: number | undefined;
  const escalated = new Set<number>();
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isQuiet(day, rules, isHoliday)) continue;
    const step = stepDue('action', dueOn, rules, day);
    if (step && step.offset !== told) planned.push({ day, offset: step.offset, to: 'owner' });
    told = step?.offset;
    for (const { after, to } of levelsDue(dueOn, rules, day)) {
      if (!escalated.has(after)) planned.push({ day, offset: after, to });
      escalated.add(after);
    }
  }
  return planned;
}

/** The most steps and levels that a page shows, and that people bear. */
export const mostSteps = 10;

/** @throws Refusal `reminders.shape` where the rules can't be followed, with what is wrong. */
export function refuseBadRules(rules: ReminderRules): void {
  const { before, everyAfter, escalation, quietWeekdays, hour, restAfterReport } = rules;
  const inOrder = (days: number[]): boolean =>
    days.every((day, rank) => Number.isInteger(day) && (rank === 0 || (days[rank - 1] ?? 0) < day));
  const within = (value: number, low: number, high: number): boolean =>
    Number.isInteger(value) && value >= low && value <= high;
  const wrong = Object.entries({
    before:
      before.length <= mostSteps && inOrder(before) && before.every((day) => within(day, -365, 0)),
    everyAfter: everyAfter === null || within(everyAfter, 1, 365),
    escalation:
      escalation.length <= mostSteps &&
      inOrder(escalation.map(({ after }) => after)) &&
      escalation.every(({ after }) => within(after, 1, 365)),
    // Where every day is quiet, nobody would ever be told.
    quietWeekdays: new Set(quietWeekdays).size < 7 && quietWeekdays.every((d) => within(d, 0, 6)),
    quietPeriods: rules.quietPeriods.every(({ from, to }) => from <= to),
    hour: within(hour, 0, 23),
    restAfterReport: within(restAfterReport, 0, 60),
  }).flatMap(([field, right]) => (right ? [] : [field]));
  if (wrong.length > 0) throw new Refusal('invalid', 'reminders.shape', { wrong });
}
