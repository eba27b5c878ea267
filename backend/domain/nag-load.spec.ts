import { describe, expect, it } from '@jest/globals';
import { deedsOf, lastDayJudged, nagShareOf } from './nag-load.js';
import { dutyKinds } from './reminders.js';

describe('the share of reminders that were acted on', () => {
  it.each([
    [0, 0],
    [4, 4],
  ])('is not shown for %i of %i', (acted, n) => {
    expect(nagShareOf(acted, n)).toEqual({ n, shown: false });
  });

  it.each([
    [0, 5, 'fewer'],
    [1, 5, 'unsure'],
    [30, 100, 'fewer'],
    [45, 100, 'unsure'],
    [55, 100, 'unsure'],
    [70, 100, 'keep'],
    [5, 5, 'keep'],
  ] as const)('%i of %i: %s', (acted, n, advice) => {
    expect(nagShareOf(acted, n)).toMatchObject({ shown: true, acted, n, share: acted / n, advice });
  });

  it('comes with its interval', () => {
    const share = nagShareOf(12, 40);
    expect(share.shown && share.interval.low).toBeCloseTo(0.181, 3);
    expect(share.shown && share.interval.high).toBeCloseTo(0.454, 3);
  });
});

it('waits until the three days are over', () => {
  expect(lastDayJudged('2026-11-24')).toBe('2026-11-20');
});

it.each(dutyKinds)('knows by which deeds a reminder of a kind is acted on: %s', (duty) => {
  expect(deedsOf[duty].length).toBeGreaterThan(0);
});
