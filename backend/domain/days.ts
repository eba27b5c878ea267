/** A calendar day, ISO 8601 (`2026-11-24`). */
export type Day = string;

/** Tells whether a day is a public holiday where the organisation works. */
export type HolidayCalendar = (day: Day) => boolean;

const dayLength = 24 * 60 * 60 * 1000;

// Making a format costs a hundred times what using it does.
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const hourFormats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is at `instant` in an IANA time zone such as `Europe/Paris`. */
export function dayIn(zone: string, instant: Date): Day {
  const format = dayFormats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  dayFormats.set(zone, format);
  return format.format(instant);
}

/** The hour, 0 to 23, that it is at `instant` in an IANA time zone. */
export function hourIn(zone: string, instant: Date): number {
  const format =
    hourFormats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  hourFormats.set(zone, format);
  return Number(format.format(instant));
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

export function isWorkingDay(day: Day, isHoliday: HolidayCalendar): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** The working day that comes `count` working days after `day`. */
export function addWorkingDays(day: Day, count: number, isHoliday: HolidayCalendar): Day {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current, isHoliday)) left -= 1;
  }
  return current;
}

/** Working days after `from`, up to and with `to`; negative when `to` comes first. */
export function workingDaysBetween(from: Day, to: Day, isHoliday: HolidayCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, isHoliday);
  const days = Array.from({ length: daysBetween(from, to) }, (_, rank) => addDays(from, rank + 1));
  return days.filter((day) => isWorkingDay(day, isHoliday)).length;
}

/** The same day of a later month, or its last day where there is none. */
export function addMonths(day: Day, count: number): Day {
  const date = new Date(day);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0));
  const same = Math.min(date.getUTCDate(), last.getUTCDate());
  last.setUTCDate(same);
  return last.toISOString().slice(0, 10);
}

/** The same day of a later year; 29 February becomes 1 March where there is none. */
export function addYears(day: Day, count: number): Day {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() + count);
  return date.toISOString().slice(0, 10);
}
