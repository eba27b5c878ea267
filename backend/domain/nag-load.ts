import { addDays, type Day } from './days.js';
import type { DutyKind } from './reminders.js';
import { fewestAnswersShown, wilsonInterval, type Interval } from './satisfaction.js';

/** A reminder served where something was done within so many days of it. */
export const daysToAct = 3;

/** The deeds, as the journal names them, by which a reminder of each kind is acted on. */
export const deedsOf: Record<DutyKind, readonly string[]> = {
  action: [
    'action.report',
    'action.finish',
    'action.ask_deferral',
    'action.disown',
    'action.reschedule',
    'action.edit',
    'action.cancel',
  ],
  step: ['action.step_tick', 'action.step_edit', 'action.step_remove'],
  check: ['action.verify', 'action.resume', 'action.succeed'],
  answer: [
    'feedback.acknowledge',
    'feedback.answer',
    'feedback.answer_elsewhere',
    'feedback.close',
    'feedback.dismiss',
    'feedback.transfer',
    'feedback.merge',
  ],
  decision: [
    'action.grant_deferral',
    'action.refuse_deferral',
    'action.withdraw_deferral',
    'action.edit',
    'action.keep_owner',
    'action.own_again',
  ],
  mention: ['action.comment'],
};

/** The last day whose reminders can be judged: those told since may still be acted on. */
export function lastDayJudged(today: Day): Day {
  return addDays(today, -daysToAct - 1);
}

/** What a unit would do well to do, once its figures say something. */
export const nagAdvices = ['fewer', 'keep', 'unsure'] as const;
export type NagAdvice = (typeof nagAdvices)[number];

/** The share of reminders that were acted on; nothing but how many, while they are too few. */
export type NagShare =
  | { n: number; shown: false }
  | {
      n: number;
      shown: true;
      acted: number;
      share: number;
      interval: Interval;
      advice: NagAdvice;
    };

/** Under one in two a reminder is mostly noise; said only where the whole interval says so. */
const worthwhile = 0.5;

export function nagShareOf(acted: number, n: number): NagShare {
  const interval = wilsonInterval(acted, n);
  if (n < fewestAnswersShown || !interval) return { n, shown: false };
  return { n, shown: true, acted, share: acted / n, interval, advice: adviceOf(interval) };
}

function adviceOf({ low, high }: Interval): NagAdvice {
  if (high < worthwhile) return 'fewer';
  return low >= worthwhile ? 'keep' : 'unsure';
}
