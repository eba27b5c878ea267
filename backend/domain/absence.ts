import { daysBetween, type Day } from './days.js';
import { Refusal } from './refusal.js';

/** Somebody's holiday, both ends included. */
export interface Absence {
  from: Day;
  until: Day;
}

/** The longest one, in days: whoever is away for longer is not to be forgotten here. */
export const longestAbsence = 366;

/** @throws Refusal `absence.ends_before_start`, or `absence.too_long`. */
export function refuseBadAbsence({ from, until }: Absence): void {
  if (until < from) throw new Refusal('invalid', 'absence.ends_before_start');
  if (daysBetween(from, until) >= longestAbsence) {
    throw new Refusal('invalid', 'absence.too_long', { days: longestAbsence });
  }
}

/** Whether a holiday is still to come, under way, or over. */
export function absenceStanding({ from, until }: Absence, today: Day): 'coming' | 'now' | 'over' {
  if (today < from) return 'coming';
  return today <= until ? 'now' : 'over';
}
