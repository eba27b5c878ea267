import { addDays, addMonths, type Day } from '../../../backend/domain/days';

/** The spans that the sentence proposes of due dates, all around today. */
export const spans = ['week', 'month', 'quarter', 'year'] as const;
type Span = (typeof spans)[number];

/** The first and the last day on which an action may be due; without one, that side is open. */
export interface DuePeriod {
  dueFrom?: Day;
  dueTo?: Day;
}

const ownDates = /^(\d{4}-\d{2}-\d{2})?_(\d{4}-\d{2}-\d{2})?$/;

/** Whether an address says a period: a span, or two days such as `2026-11-01_2026-12-31`. */
export function isPeriod(value: string): boolean {
  if ((spans as readonly string[]).includes(value)) return true;
  const [own, from, to] = ownDates.exec(value) ?? [];
  if (own === undefined || own === '_') return false;
  return [from, to].every((day) => day === undefined || isDay(day));
}

/** Whether the days are somebody's own, rather than one of the spans. */
export function isOwn(value: string | undefined): boolean {
  return value !== undefined && ownDates.test(value);
}

/** The days that a period of the address means today. */
export function periodOf(value: string | undefined, today: Day): DuePeriod {
  if (!value || !isPeriod(value)) return {};
  if (isOwn(value)) {
    const [, from, to] = ownDates.exec(value) ?? [];
    return { ...(from && { dueFrom: from }), ...(to && { dueTo: to }) };
  }
  const first = firstDayOf[value as Span](today);
  return { dueFrom: first, dueTo: addDays(nextOf[value as Span](first), -1) };
}

const firstDayOf: Record<Span, (today: Day) => Day> = {
  week: (today) => addDays(today, -((new Date(today).getUTCDay() + 6) % 7)),
  month: (today) => `${today.slice(0, 7)}-01`,
  quarter: (today) => {
    const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
    return `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  },
  year: (today) => `${today.slice(0, 4)}-01-01`,
};

const nextOf: Record<Span, (first: Day) => Day> = {
  week: (first) => addDays(first, 7),
  month: (first) => addMonths(first, 1),
  quarter: (first) => addMonths(first, 3),
  year: (first) => addMonths(first, 12),
};

/** 30 February is spelled as a day and is none. */
function isDay(value: string): boolean {
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
