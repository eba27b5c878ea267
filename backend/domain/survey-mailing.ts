import { addDays, type Day } from './days.js';
import { Refusal } from './refusal.js';
import { newsHour } from './reminders.js';

/** How many addresses a campaign may write to: beyond, a mail server takes us for a nuisance. */
export const mostInvited = 2000;

/** A campaign that invites fewer would let one guess who answered what. */
export const fewestInvited = 5;

/** For how many days an invitation may wait for an answer: its address is kept no longer. */
export const longestAnswering = 90;

/** When the letters of a mailing leave, and until when their links answer. */
export interface MailingDays {
  /** The day of the one reminder; null for none. */
  remindsOn: Day | null;
  /** The last day on which its links answer. */
  endsOn: Day;
}

/** A mailing as the clock sees it. */
export interface MailingState extends MailingDays {
  sentOn: Day;
  remindedOn: Day | null;
}

/** Whether nobody is written to on a day. */
type Quiet = (day: Day) => boolean;

/** The days that are proposed: a week to answer, a reminder, and a week more. */
export function usualMailingDays(today: Day, isQuiet: Quiet): MailingDays {
  return {
    remindsOn: firstNotQuiet(addDays(today, 7), isQuiet),
    endsOn: firstNotQuiet(addDays(today, 14), isQuiet),
  };
}

function firstNotQuiet(day: Day, isQuiet: Quiet): Day {
  // Where every day of a quarter is quiet, the rules are for somebody else to mend.
  const days = Array.from({ length: longestAnswering }, (_, count) => addDays(day, count));
  return days.find((one) => !isQuiet(one)) ?? day;
}

/** @throws Refusal `mailing.end_day`, `mailing.reminder_day` or `mailing.reminder_quiet`. */
export function refuseBadMailingDays(
  { remindsOn, endsOn }: MailingDays,
  today: Day,
  isQuiet: Quiet,
): void {
  if (endsOn <= today || endsOn > addDays(today, longestAnswering)) {
    throw new Refusal('invalid', 'mailing.end_day', { most: longestAnswering });
  }
  if (remindsOn === null) return;
  if (remindsOn <= today || remindsOn >= endsOn) {
    throw new Refusal('invalid', 'mailing.reminder_day');
  }
  if (isQuiet(remindsOn)) throw new Refusal('invalid', 'mailing.reminder_quiet');
}

/** Whether the one reminder leaves now: on its day, or after it where that one was missed or quiet. */
export function isReminderDue(
  { remindsOn, remindedOn, endsOn }: MailingState,
  { today, hour }: { today: Day; hour: number },
  isQuiet: Quiet,
): boolean {
  if (remindsOn === null || remindedOn !== null) return false;
  // On the last day it would be read once the links answer no more.
  return remindsOn <= today && today < endsOn && hour >= newsHour && !isQuiet(today);
}

/** The first day on which the addresses serve nothing more: a day after the last letter. */
export function forgetsOn({ sentOn, remindsOn, remindedOn, endsOn }: MailingState): Day {
  const last = addDays(remindedOn ?? remindsOn ?? sentOn, 1);
  const end = addDays(endsOn, 1);
  // A reminder that is late has not left yet: its addresses wait for it, until the end.
  return last < end ? last : end;
}

/** Whether the addresses of a mailing are to be erased by today. */
export function isForgettable(mailing: MailingState, today: Day): boolean {
  const { remindsOn, remindedOn, endsOn } = mailing;
  if (today > endsOn) return true;
  const awaitsReminder = remindsOn !== null && remindedOn === null;
  return !awaitsReminder && forgetsOn(mailing) <= today;
}
