import { deadlineOf, type ClockReading, type DeadlineRule } from '../domain/deadlines.js';
import { workingDaysBetween, type Day, type HolidayCalendar } from '../domain/days.js';
import {
  isSettled,
  type Channel,
  type FeedbackKind,
  type FeedbackState,
} from '../domain/feedback.js';
import type { Feedback } from './feedback.entity.js';

/** What the clocks are read from. */
export type Clocked = Pick<
  Feedback,
  | 'acknowledgeBy'
  | 'acknowledgeBasis'
  | 'acknowledgedOn'
  | 'answerBy'
  | 'answerBasis'
  | 'answeredOn'
> & { state: FeedbackState };

/** When the clocks of a word that came on that day run out, and where each delay comes from. */
export function deadlinesOf(
  rules: readonly DeadlineRule[],
  word: { kind: FeedbackKind; channel: Channel },
  receivedOn: Day,
  isHoliday: HolidayCalendar,
): Pick<Feedback, 'acknowledgeBy' | 'acknowledgeBasis' | 'answerBy' | 'answerBasis'> {
  const toAcknowledge = deadlineOf(rules, 'acknowledgement', word, receivedOn, isHoliday);
  const toAnswer = deadlineOf(rules, 'answer', word, receivedOn, isHoliday);
  return {
    acknowledgeBy: toAcknowledge?.on ?? null,
    acknowledgeBasis: toAcknowledge?.basis ?? null,
    answerBy: toAnswer?.on ?? null,
    answerBasis: toAnswer?.basis ?? null,
  };
}

/** The clock that runs out first, of those that run. */
export function nextClock(clocks: ClockReading[]): ClockReading | null {
  const [next] = clocks
    .filter(({ metOn }) => !metOn)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return next ?? null;
}

/** The clocks of one feedback as they stand today; none runs once nothing more is owed. */
export function clocksOf(
  feedback: Clocked,
  { today, isHoliday }: { today: Day; isHoliday: HolidayCalendar },
): ClockReading[] {
  const clocks = [
    {
      clock: 'acknowledgement' as const,
      dueOn: feedback.acknowledgeBy,
      basis: feedback.acknowledgeBasis,
      metOn: feedback.acknowledgedOn,
    },
    {
      clock: 'answer' as const,
      dueOn: feedback.answerBy,
      basis: feedback.answerBasis,
      metOn: feedback.answeredOn,
    },
  ];
  const stopped = isSettled(feedback.state);
  return clocks.flatMap(({ dueOn, basis, metOn, clock }) => {
    if (!dueOn || (stopped && !metOn)) return [];
    const late = (metOn ?? today) > dueOn;
    const daysLeft = metOn ? null : workingDaysBetween(today, dueOn, isHoliday);
    return [{ clock, dueOn, basis: basis ?? '', metOn, late, daysLeft }];
  });
}
