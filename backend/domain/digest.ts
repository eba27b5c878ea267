import { daysBetween, type Day } from './days.js';
import type { DutyKind } from './reminders.js';
import { threadPoints, type ThreadPoint } from './thread.js';

/** The parts of a digest, in the order in which they matter; the last is what others are late with. */
export const digestSections = [
  'late',
  'due',
  'coming',
  'verify',
  'answer',
  'decide',
  'mentioned',
  'escalated',
] as const;
export type DigestSection = (typeof digestSections)[number];

/** Where something that is owed stands in a digest. */
export function sectionOf(kind: DutyKind, dueOn: Day, today: Day): DigestSection {
  if (kind === 'check') return 'verify';
  if (kind === 'answer') return 'answer';
  if (kind === 'decision') return 'decide';
  if (kind === 'mention') return 'mentioned';
  if (dueOn < today) return 'late';
  return dueOn === today ? 'due' : 'coming';
}

/** The point of the thread at which what stands in each part waits. */
const pointOf: Record<DigestSection, ThreadPoint> = {
  ...{ late: 'action', due: 'action', coming: 'action' },
  ...{ verify: 'effect', answer: 'answer', decide: 'action' },
  ...{ mentioned: 'action', escalated: 'action' },
};

/** How much of what a digest holds waits at each point of the thread, in its order. */
export function countsByPoint(sections: DigestSection[]): { point: ThreadPoint; count: number }[] {
  const points = sections.map((section) => pointOf[section]);
  return threadPoints.map((point) => ({
    ...{ point, count: points.filter((one) => one === point).length },
  }));
}

/** How often somebody wants their digest. */
export const digestFrequencies = ['daily', 'weekly', 'late'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

/**
 * How a step reaches somebody: on its day, in their weekly digest, only beside something that is
 * late, or on their return.
 */
export const reaches = ['day', 'week', 'beside_late', 'return'] as const;
export type Reach = (typeof reaches)[number];

/** How a step of so many days from the due date reaches whoever wants their digest that often. */
export function reachOf(frequency: DigestFrequency, offset: number): Reach {
  if (frequency === 'weekly') return 'week';
  return frequency === 'late' && offset <= 0 ? 'beside_late' : 'day';
}

/** What decides whether somebody is written to today. */
export interface DigestWish {
  frequency: DigestFrequency;
  /** The weekday of a weekly one, 0 for Sunday. */
  weekday: number;
  lastDigestOn: Day | null;
}

/**
 * Whether a digest leaves today. `news` is whether a step has come due that was not told; `late`,
 * whether something is late. A weekly one leaves on its weekday, or on the first day after it that
 * is not quiet, and then even without a new step: it is the week's list.
 */
export function isWanted(
  { frequency, weekday, lastDigestOn }: DigestWish,
  today: Day,
  { news, late, anything }: { news: boolean; late: boolean; anything: boolean },
): boolean {
  // Where the clock of another zone was taken up since, the last one may be of tomorrow.
  if (lastDigestOn !== null && lastDigestOn >= today) return false;
  if (frequency === 'daily') return news;
  if (frequency === 'late') return news && late;
  const sinceWeekday = (new Date(today).getUTCDay() - weekday + 7) % 7;
  const toldThisWeek = lastDigestOn !== null && daysBetween(lastDigestOn, today) <= sinceWeekday;
  return anything && !toldThisWeek;
}
