import type { ActionState } from './action.js';
import { isOpen } from './action.js';
import { addDays, daysBetween, type Day } from './days.js';

/** When reminders are sent; days are counted from the due date, negative before it. */
export const reminderRules = {
  /** Days from the due date on which its owner is reminded, before it and on it. */
  before: [-7, -1, 0],
  /** The same for an answer that is owed: a week ahead, and on its day. */
  beforeAnswer: [-7, 0],
  /** And for an effect that is to be verified: on its day. */
  beforeCheck: [0],
  /** Then every so many days. */
  everyAfter: 7,
  /** The local hour from which the day's digest leaves. */
  hour: 7,
} as const;

/** The local hour from which whoever spoke is told what moved; later than the staff's digest. */
export const newsHour = 9;

/** One step of the reminders, named by its distance in days from the due date. */
export interface ReminderStep {
  offset: number;
  day: Day;
}

/**
 * The last step that has come due by `today`, or none. Steps that an outage missed are not sent one
 * by one: the last says it all.
 */
export function stepDue(dueOn: Day, state: ActionState, today: Day): ReminderStep | null {
  return isOpen(state) ? lastStep(dueOn, today, reminderRules.before) : null;
}

/** The same for an answer that is owed: told at most once a week, and on its day. */
export function answerStepDue(dueOn: Day, today: Day): ReminderStep | null {
  return lastStep(dueOn, today, reminderRules.beforeAnswer);
}

/** The same for an effect that is to be verified: asked on its day, then once a week. */
export function checkStepDue(dueOn: Day, today: Day): ReminderStep | null {
  return lastStep(dueOn, today, reminderRules.beforeCheck);
}

function lastStep(dueOn: Day, today: Day, before: readonly number[]): ReminderStep | null {
  const distance = daysBetween(dueOn, today);
  const weeks = Math.floor(distance / reminderRules.everyAfter) * reminderRules.everyAfter;
  const offset = distance > 0 ? weeks : before.filter((step) => step <= distance).at(-1);
  return offset === undefined ? null : { offset, day: addDays(dueOn, offset) };
}
