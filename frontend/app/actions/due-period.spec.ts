import { describe, expect, it } from '@jest/globals';
import { isOwn, isPeriod, periodOf } from './due-period';

const today = '2026-11-22';

describe('a period of due dates, in the address', () => {
  it.each([
    ['week', { dueFrom: '2026-11-16', dueTo: '2026-11-22' }],
    ['month', { dueFrom: '2026-11-01', dueTo: '2026-11-30' }],
    ['quarter', { dueFrom: '2026-10-01', dueTo: '2026-12-31' }],
    ['year', { dueFrom: '2026-01-01', dueTo: '2026-12-31' }],
    ['2026-02-03_2026-04-05', { dueFrom: '2026-02-03', dueTo: '2026-04-05' }],
    ['2026-02-03_', { dueFrom: '2026-02-03' }],
    ['_2026-04-05', { dueTo: '2026-04-05' }],
    [undefined, {}],
    ['tomorrow', {}],
  ])('%s is those days', (value, days) => {
    expect(periodOf(value, today)).toEqual(days);
  });

  it.each([
    ['week', true, false],
    ['2026-02-03_2026-04-05', true, true],
    ['_', false, true],
    ['2026-02-30_', false, true],
    ['2026-02-03', false, false],
    ['', false, false],
  ])('%s makes sense or not, and is one’s own or not', (value, sense, own) => {
    expect(isPeriod(value)).toBe(sense);
    expect(isOwn(value)).toBe(own);
  });

  it('a week starts on Monday', () => {
    expect(periodOf('week', '2026-11-23').dueFrom).toBe('2026-11-23');
  });
});
