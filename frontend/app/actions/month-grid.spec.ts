import { expect, it } from '@jest/globals';
import { dayAfterKey, weeksOf } from './month-grid';

it.each([
  ['2026-11', '2026-10-26', '2026-12-06', 6],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
  ['2026-12', '2026-11-30', '2027-01-03', 5],
])('%s goes from %s to %s in %i weeks', (month, first, last, count) => {
  const weeks = weeksOf(month);
  expect(weeks).toHaveLength(count);
  expect([weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([first, last]);
});

it.each([
  ['ArrowLeft', '2026-10-31'],
  ['ArrowRight', '2026-11-02'],
  ['ArrowUp', '2026-10-25'],
  ['ArrowDown', '2026-11-08'],
  ['Home', '2026-10-26'],
  ['End', '2026-11-01'],
  ['PageUp', '2026-10-01'],
  ['PageDown', '2026-12-01'],
  ['a', null],
])('from Sunday 1 November, %s leads to %s', (key, day) => {
  expect(dayAfterKey(key, '2026-11-01')).toBe(day);
});

it('a month later there may be no such day', () => {
  expect(dayAfterKey('PageDown', '2027-01-31')).toBe('2027-02-28');
});
