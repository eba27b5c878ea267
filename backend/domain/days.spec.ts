import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  dayIn,
  daysBetween,
  hourIn,
  isWorkingDay,
  workingDaysBetween,
} from './days.js';

describe('a day and an hour, where the organisation is', () => {
  it.each([
    // The clock goes forward: 02:00 becomes 03:00.
    ['2026-03-28T22:59:59Z', '2026-03-28', 23],
    ['2026-03-28T23:00:00Z', '2026-03-29', 0],
    ['2026-03-29T00:59:59Z', '2026-03-29', 1],
    ['2026-03-29T01:00:00Z', '2026-03-29', 3],
    ['2026-03-29T21:59:59Z', '2026-03-29', 23],
    ['2026-03-29T22:00:00Z', '2026-03-30', 0],
    // The clock goes back: 02:00 to 03:00 comes twice.
    ['2026-10-24T22:00:00Z', '2026-10-25', 0],
    ['2026-10-25T00:30:00Z', '2026-10-25', 2],
    ['2026-10-25T01:30:00Z', '2026-10-25', 2],
    ['2026-10-25T22:59:59Z', '2026-10-25', 23],
    ['2026-10-25T23:00:00Z', '2026-10-26', 0],
  ])('Paris, %s', (instant, day, hour) => {
    expect(dayIn('Europe/Paris', new Date(instant))).toBe(day);
    expect(hourIn('Europe/Paris', new Date(instant))).toBe(hour);
  });

  it.each([
    ['Indian/Reunion', '2026-12-31T20:00:00Z', '2027-01-01', 0],
    ['America/Martinique', '2027-01-01T03:59:00Z', '2026-12-31', 23],
  ])('%s', (zone, instant, day, hour) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
    expect(hourIn(zone, new Date(instant))).toBe(hour);
  });
});

describe('months', () => {
  it.each([
    ['2026-11-24', 2, '2027-01-24'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('%s and %i', (day, count, expected) => expect(addMonths(day, count)).toBe(expected));
});

describe('working days from one day to another', () => {
  const first = (day: string) => day === '2026-05-01';
  it.each([
    ['2026-04-30', '2026-04-30', 0],
    ['2026-04-30', '2026-05-04', 1],
    ['2026-04-27', '2026-04-30', 3],
    ['2026-05-04', '2026-04-30', -1],
    ['2026-05-02', '2026-05-03', 0],
  ])('%s to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(from, to, first)).toBe(count);
  });
});

describe('calendar days', () => {
  it.each([
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  it.each([
    ['2026-11-24', 2, '2028-11-24'],
    ['2026-11-24', -1, '2025-11-24'],
    ['2028-02-29', 1, '2029-03-01'],
    ['2028-02-29', 4, '2032-02-29'],
  ])('%s and %i years', (day, count, expected) => expect(addYears(day, count)).toBe(expected));
});

describe('working days', () => {
  const noHoliday = () => false;

  it('are from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, index) => addDays('2026-11-23', index));
    expect(week.filter((day) => isWorkingDay(day, noHoliday))).toEqual(week.slice(0, 5));
    expect(isWorkingDay('2026-11-23', (day) => day === '2026-11-23')).toBe(false);
  });

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i working days', (day, count, expected) => {
    expect(addWorkingDays(day, count, noHoliday)).toBe(expected);
  });
});
