import Holidays from 'date-holidays';
import type { EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import { dayIn, hourIn, type Day, type HolidayCalendar } from '../domain/days.js';
import { Organization } from './organization.entity.js';

/** Which day and hour it is where an organisation is, and which days it does not work. */
export interface Calendar {
  today: Day;
  hour: number;
  isHoliday: HolidayCalendar;
  /** The day that it was there, at an instant. */
  dayOf: (instant: Date) => Day;
}

/** The organisation's calendar at `now`. */
export async function calendarOf(
  tx: EntityManager,
  { organizationId }: Tenant,
  now: Date,
): Promise<Calendar> {
  const organization = await tx.findOneOrFail(Organization, {
    select: { id: true, timeZone: true, holidayRegion: true },
    where: { id: organizationId },
  });
  return calendarIn(organization, now);
}

/** The calendar at `now` of an organisation that was read already. */
export function calendarIn(
  { timeZone, holidayRegion }: Pick<Organization, 'timeZone' | 'holidayRegion'>,
  now: Date,
): Calendar {
  return {
    today: dayIn(timeZone, now),
    hour: hourIn(timeZone, now),
    isHoliday: frenchHolidays(holidayRegion),
    dayOf: (instant) => dayIn(timeZone, instant),
  };
}

const calendars = new Map<string, HolidayCalendar>();

/** French public holidays; `57`, `67` and `68` add those of Alsace-Moselle. */
export function frenchHolidays(region: string | null): HolidayCalendar {
  const key = region ?? '';
  let calendar = calendars.get(key);
  if (!calendar) {
    const source = region ? new Holidays('FR', region) : new Holidays('FR');
    const years = new Map<number, Set<Day>>();
    calendar = (day) => {
      const year = Number(day.slice(0, 4));
      if (!years.has(year)) years.set(year, publicDays(source, year));
      return years.get(year)?.has(day) ?? false;
    };
    calendars.set(key, calendar);
  }
  return calendar;
}

function publicDays(source: Holidays, year: number): Set<Day> {
  const holidays = source.getHolidays(year).filter(({ type }) => type === 'public');
  return new Set(holidays.map(({ date }) => date.slice(0, 10)));
}

/** The public holidays between two days, with their names in a language. */
export function holidaysBetween(
  region: string | null,
  from: Day,
  to: Day,
  language: string,
): { day: Day; name: string }[] {
  const source = region ? new Holidays('FR', region) : new Holidays('FR');
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, rank) => first + rank);
  return years
    .flatMap((year) => source.getHolidays(year, language))
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ day: date.slice(0, 10), name }))
    .filter(({ day }) => from <= day && day <= to);
}
