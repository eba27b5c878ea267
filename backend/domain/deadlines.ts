import { addDays, addMonths, addWorkingDays, type Day, type HolidayCalendar } from './days.js';
import type { Channel, FeedbackKind } from './feedback.js';

/** What is owed to whoever spoke: to be told that it arrived, and to be answered. */
export const clocks = ['acknowledgement', 'answer'] as const;
export type Clock = (typeof clocks)[number];

export const deadlineUnits = ['working_day', 'day', 'month'] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

/** How long a clock runs for a kind and a channel; null is any. */
export interface DeadlineRule {
  clock: Clock;
  kind: FeedbackKind | null;
  channel: Channel | null;
  amount: number;
  unit: DeadlineUnit;
  /** Where the delay comes from: a text, a commitment; shown with the clock. */
  basis: string;
}

/**
 * What a new organisation starts with; each edits its own. An e-mail is acknowledged in 10 working
 * days (CRPA R112-11-1), a letter in 14 days (commitment 4 of Services Publics+), and silence speaks
 * after 2 months (CRPA L231-4). What comes by the other channels is acknowledged on the spot.
 */
export const defaultDeadlines: readonly DeadlineRule[] = [
  ...[
    { channel: 'email', amount: 10, unit: 'working_day', basis: 'CRPA R112-11-1' } as const,
    { channel: 'mail', amount: 14, unit: 'day', basis: 'Services Publics+, engagement 4' } as const,
  ].map((rule) => ({ clock: 'acknowledgement' as const, kind: null, ...rule })),
  ...(['anomaly', 'suggestion', 'complaint'] as const).map((kind) => ({
    ...{ clock: 'answer' as const, kind, channel: null, amount: 2, unit: 'month' as const },
    basis: 'CRPA L231-4',
  })),
];

/** Whether two rules say something of the same words: neither would then be the closest. */
export function isSaidTwice(rules: readonly DeadlineRule[]): boolean {
  const words = rules.map(({ clock, kind, channel }) => `${clock} ${kind} ${channel}`);
  return new Set(words).size < words.length;
}

/** When a clock runs out, and where the delay comes from. */
export interface Deadline {
  on: Day;
  basis: string;
}

/** The deadline that the closest rule sets: kind and channel, then kind, then channel, then any. */
export function deadlineOf(
  rules: readonly DeadlineRule[],
  clock: Clock,
  { kind, channel }: { kind: FeedbackKind; channel: Channel },
  from: Day,
  isHoliday: HolidayCalendar,
): Deadline | null {
  const fitting = rules.filter(
    (rule) =>
      rule.clock === clock &&
      (rule.kind === null || rule.kind === kind) &&
      (rule.channel === null || rule.channel === channel),
  );
  const closeness = (rule: DeadlineRule) => (rule.kind ? 2 : 0) + (rule.channel ? 1 : 0);
  const [rule] = fitting.sort((a, b) => closeness(b) - closeness(a));
  return rule ? { on: after(from, rule, isHoliday), basis: rule.basis } : null;
}

function after(from: Day, { amount, unit }: DeadlineRule, isHoliday: HolidayCalendar): Day {
  switch (unit) {
    case 'working_day':
      return addWorkingDays(from, amount, isHoliday);
    case 'day':
      return addDays(from, amount);
    case 'month':
      return addMonths(from, amount);
  }
}

/** A clock as people read it. */
export interface ClockReading {
  clock: Clock;
  dueOn: Day;
  basis: string;
  /** The day it was met on; null while it runs. */
  metOn: Day | null;
  late: boolean;
  /** Working days left, negative once it has run out; null once it was met. */
  daysLeft: number | null;
}
