import { addDays, addMonths, type Day } from '../../../backend/domain/days';

/** The weeks that show a month (`2026-11`), Monday first, with the days around it that fill them. */
export function weeksOf(month: string): Day[][] {
  const first: Day = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const start = addDays(first, -((new Date(first).getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  for (let monday = start; monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, rank) => addDays(monday, rank)));
  }
  return weeks;
}

/** The day that a key leads to from another in a grid of days; null for other keys. */
export function dayAfterKey(key: string, day: Day): Day | null {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const ways: Record<string, () => Day> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => addDays(day, -weekday),
    End: () => addDays(day, 6 - weekday),
    PageUp: () => addMonths(day, -1),
    PageDown: () => addMonths(day, 1),
  };
  return ways[key]?.() ?? null;
}
