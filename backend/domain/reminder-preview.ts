import { addDays, type Day, type HolidayCalendar } from './days.js';
import {
  calendarOfReminders,
  whyQuiet,
  type PlannedReminder,
  type QuietReason,
  type ReminderRules,
} from './reminders.js';

/** One line of the calendar as it is shown before the rules act. */
export interface PreviewedReminder extends PlannedReminder {
  /** The day of the step by the rules alone. */
  stepOn: Day;
  /** Why it does not leave on that day: it is quiet, its owner has just reported, or it is over. */
  heldBy: QuietReason | 'report' | 'past' | null;
}

/** Where an action stands, as far as its reminders are concerned. */
export interface Standing {
  dueOn: Day;
  /** Until then its owner, who has just said where it stands, is left in peace. */
  restsUntil: Day | null;
}

/** What would be sent about an action under these rules, and why on another day than its own. */
export function previewOf(
  { dueOn, restsUntil }: Standing,
  rules: ReminderRules,
  isHoliday: HolidayCalendar,
  span: { from: Day; until: Day },
): PreviewedReminder[] {
  const { from } = span;
  const rests = restsUntil !== null && restsUntil > from;
  const rest = rests ? [{ from, to: addDays(restsUntil, -1) }] : [];
  // A rest is quiet for the owner alone: whoever it is escalated to hears of it all the same.
  const resting = { ...rules, quietPeriods: [...rules.quietPeriods, ...rest] };
  const planned = [
    ...calendarOfReminders(dueOn, resting, isHoliday, span).filter(({ to }) => to === 'owner'),
    ...calendarOfReminders(dueOn, rules, isHoliday, span).filter(({ to }) => to !== 'owner'),
  ].sort((one, other) => one.day.localeCompare(other.day));
  return planned.map((reminder) => {
    const stepOn = addDays(dueOn, reminder.offset);
    const isResting = reminder.to === 'owner' && rests && stepOn >= from && stepOn < restsUntil;
    const why = whyQuiet(stepOn, rules, isHoliday) ?? (isResting ? 'report' : 'past');
    return { ...reminder, stepOn, heldBy: stepOn === reminder.day ? null : why };
  });
}
