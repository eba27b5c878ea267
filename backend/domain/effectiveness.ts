import type { Verdict } from './action.js';
import { addDays, daysBetween, type Day } from './days.js';
import { againstTarget, type Interval, type Satisfaction } from './satisfaction.js';
import { differenceInterval, poissonInterval, silenceIsTelling } from './intervals.js';
import { Refusal } from './refusal.js';

/** First and last ISO day, both counted. */
export interface Window {
  from: Day;
  to: Day;
}

/** What compares two windows of an action: when it began, when it was done, when it is looked at. */
export interface Span {
  /** The day its work began; what comes before it is « before ». */
  startedOn: Day;
  doneOn: Day;
  /** The day the effect is due to be verified, where one was set. */
  checkOn: Day | null;
  today: Day;
}

/** Why a reading says what it says, whichever of the three it is. */
export const readingReasons = [
  'not_yet',
  'target_met',
  'target_missed',
  'target_within',
  'too_few_answers',
  'came_back',
  'silence_telling',
  'too_few_before',
] as const;
export type ReadingReason = (typeof readingReasons)[number];

export type Change = 'up' | 'down' | 'none';

interface Proposal {
  verdict: Verdict;
  reason: ReadingReason;
}

/** A share before and after an action, and what it says of it. */
export interface ShareReading extends Proposal {
  method: 'indicator';
  /** The share expected, 0 to 1. */
  target: number;
  before: Window & { satisfaction: Satisfaction };
  after: Window & { satisfaction: Satisfaction };
  /** Whether it moved: only where the interval of the difference says so; none where too few answered. */
  change: Change | null;
  /** After less before, with its 95 % interval. */
  difference: ({ value: number } & Interval) | null;
}

/** How often the same was told before and after an action, and what that says of it. */
export interface CountReading extends Proposal {
  method: 'recurrence';
  /** How long it must not come back. */
  days: number;
  /** Without the one that made the action open. */
  before: Window & { count: number; interval: Interval };
  after: Window & { count: number; interval: Interval };
}

export type Reading = ShareReading | CountReading;

/** Whether a reading may be confirmed as it is: before its day it is shown, and concludes nothing. */
export function isReady({ reason }: Reading): boolean {
  return reason !== 'not_yet';
}

/**
 * The day from which the verifier is asked: the one that was set, never before the work is done, nor
 * before the days are over in which it must not come back.
 */
export function checkDueOn(doneOn: Day, checkOn: Day | null, checkDays: number | null): Day {
  const quiet = checkDays === null ? doneOn : addDays(doneOn, checkDays + 1);
  return [checkOn ?? doneOn, quiet].reduce((last, day) => (day > last ? day : last), doneOn);
}

/**
 * After: from the day it was done to the day of the check, or today. Before: as many days, up to the
 * eve of its beginning.
 */
export function indicatorWindows({ startedOn, doneOn, checkOn, today }: Span): {
  before: Window;
  after: Window;
} {
  // A check that was due before the work was done is made now.
  const checked = checkOn !== null && checkOn >= doneOn && checkOn < today ? checkOn : today;
  const to = checked < doneOn ? doneOn : checked;
  return {
    before: eve(startedOn, doneOn, daysBetween(doneOn, to) + 1),
    after: { from: doneOn, to },
  };
}

/** After: the so many days that follow the work. Before: as many, up to the eve of its beginning. */
export function recurrenceWindows(
  { startedOn, doneOn }: Span,
  days: number,
): { before: Window; after: Window } {
  return {
    before: eve(startedOn, doneOn, days),
    after: { from: addDays(doneOn, 1), to: addDays(doneOn, days) },
  };
}

/** Work that is done before the day it was planned to begin had begun when it was done. */
function eve(startedOn: Day, doneOn: Day, days: number): Window {
  const began = startedOn < doneOn ? startedOn : doneOn;
  return { from: addDays(began, -days), to: addDays(began, -1) };
}

/**
 * What an indicator says of an action. The verdict is the whole 95 % interval of what came after
 * against what was expected. Before the day that was set it concludes nothing: whoever looks every
 * day until the figures please ends up pleased.
 */
export function readShares(
  span: Span,
  target: number,
  before: Satisfaction,
  after: Satisfaction,
): ShareReading {
  const windows = indicatorWindows(span);
  const difference =
    before.shown && after.shown
      ? differenceInterval(
          { successes: Math.round(before.share * before.n), n: before.n },
          { successes: Math.round(after.share * after.n), n: after.n },
        )
      : null;
  return {
    method: 'indicator',
    target,
    before: { ...windows.before, satisfaction: before },
    after: { ...windows.after, satisfaction: after },
    difference,
    change: difference && changeOf(difference),
    ...judgeShare(span, target, after),
  };
}

function judgeShare({ checkOn, today }: Span, target: number, after: Satisfaction): Proposal {
  if (checkOn !== null && today < checkOn) return { verdict: 'inconclusive', reason: 'not_yet' };
  if (!after.shown) return { verdict: 'inconclusive', reason: 'too_few_answers' };
  const proposals = {
    met: { verdict: 'effective', reason: 'target_met' },
    missed: { verdict: 'ineffective', reason: 'target_missed' },
    inconclusive: { verdict: 'inconclusive', reason: 'target_within' },
  } as const;
  return proposals[againstTarget(after.interval, target)];
}

/** A change is called one only where its interval leaves out « no change ». */
function changeOf({ low, high }: Interval): Change {
  if (low > 0) return 'up';
  return high < 0 ? 'down' : 'none';
}

/**
 * What counting says of an action: `before` and `after` are how often the same was told in the two
 * windows. Of those before, one is left out: without the one that made somebody act nobody would be
 * counting, and a window chosen because something happened in it tells more than is usual (after
 * events counted up to a chosen one, k − 1 is what estimates without bias; Haldane, J. B. S. (1945),
 * Biometrika 33 (3), 222–225). Told once more, the action did not do; never told again, it did only
 * where silence is more than luck.
 */
export function readCounts(span: Span, days: number, before: number, after: number): CountReading {
  const windows = recurrenceWindows(span, days);
  const usual = Math.max(0, before - 1);
  return {
    ...{ method: 'recurrence', days },
    before: { ...windows.before, count: usual, interval: poissonInterval(usual) },
    after: { ...windows.after, count: after, interval: poissonInterval(after) },
    ...judgeCounts(windows.after, span.today, usual, after),
  };
}

function judgeCounts(after: Window, today: Day, usual: number, again: number): Proposal {
  if (again > 0) return { verdict: 'ineffective', reason: 'came_back' };
  if (today <= after.to) return { verdict: 'inconclusive', reason: 'not_yet' };
  return silenceIsTelling(usual)
    ? { verdict: 'effective', reason: 'silence_telling' }
    : { verdict: 'inconclusive', reason: 'too_few_before' };
}

/**
 * Nothing more needs saying by whoever confirms what the figures say; any other verdict says why.
 * @throws Refusal `action.verdict_note_missing`.
 */
export function refuseUnsaid(verdict: Verdict, note: string | null, reading: Reading | null): void {
  const confirmed = reading !== null && isReady(reading) && reading.verdict === verdict;
  if (!note && !confirmed) throw new Refusal('invalid', 'action.verdict_note_missing');
}
