import { describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays } from '../domain/days.js';
import { frenchHolidays } from './calendar.js';

const france = frenchHolidays(null);
const moselle = frenchHolidays('57');

function holidaysOf(year: number, isHoliday: typeof france): string[] {
  const days = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
  return days.filter((day) => day.startsWith(String(year)) && isHoliday(day));
}

describe('French public holidays', () => {
  it('are the eleven of the labour code', () => {
    expect(holidaysOf(2026, france)).toEqual([
      '2026-01-01',
      '2026-04-06', // Easter Monday
      '2026-05-01',
      '2026-05-08',
      '2026-05-14', // Ascension
      '2026-05-25', // Whit Monday
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it.each(['57', '67', '68'])(
    'add Good Friday and Saint Stephen in Alsace-Moselle, %s',
    (region) => {
      const added = holidaysOf(2026, frenchHolidays(region)).filter((day) => !france(day));
      expect(added).toEqual(['2026-04-03', '2026-12-26']);
    },
  );

  it.each([
    ['2025-04-20', 2025],
    ['2026-04-05', 2026],
    ['2027-03-28', 2027],
  ])('follow Easter, %s', (easter, year) => {
    expect(holidaysOf(year, france)).toEqual(
      expect.arrayContaining([1, 39, 50].map((days) => addDays(easter, days))),
    );
    expect(moselle(addDays(easter, -2))).toBe(true);
  });
});

describe('working days in France', () => {
  it.each([
    ['2026-04-30', 1, '2026-05-04'],
    ['2026-04-30', 10, '2026-05-19'],
    ['2026-05-07', 10, '2026-05-26'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-24', 10, '2027-01-11'],
  ])('%s and %i are %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, france)).toBe(expected);
  });

  it('lose a Friday in Alsace-Moselle', () => {
    expect(addWorkingDays('2026-04-02', 1, france)).toBe('2026-04-03');
    expect(addWorkingDays('2026-04-02', 1, moselle)).toBe('2026-04-07');
  });
});
