import { describe, expect, it, test } from '@jest/globals';
import {
  checkDueOn,
  indicatorWindows,
  isReady,
  readCounts,
  readShares,
  recurrenceWindows,
  type Span,
} from './effectiveness.js';
import { satisfactionOf } from './satisfaction.js';

const span: Span = {
  ...{ startedOn: '2026-05-01', doneOn: '2026-06-01' },
  ...{ checkOn: '2026-08-29', today: '2026-09-15' },
};
const shares = (good: number, bad: number) => satisfactionOf({ good, medium: 0, bad });

describe('the windows of an indicator', () => {
  it('are as long as each other, and what was going on between them is in neither', () => {
    // From 1 June to 29 August: 30 + 31 + 29 days.
    expect(indicatorWindows(span)).toEqual({
      after: { from: '2026-06-01', to: '2026-08-29' },
      before: { from: '2026-01-31', to: '2026-04-30' },
    });
  });

  it.each<[why: string, more: Partial<Span>, to: string]>([
    ['end today before the check is due', { today: '2026-06-10' }, '2026-06-10'],
    ['end today where no day was set', { checkOn: null }, '2026-09-15'],
    [
      'end today where the check was due before the work was done',
      { checkOn: '2026-05-15' },
      '2026-09-15',
    ],
    ['are a day long on the first', { today: '2026-06-01' }, '2026-06-01'],
  ])('%s', (_, more, to) => {
    expect(indicatorWindows({ ...span, ...more }).after).toEqual({ from: '2026-06-01', to });
  });

  it('never overlap, though the work was done before it was to begin', () => {
    const { before } = indicatorWindows({ ...span, startedOn: '2026-07-01' });
    expect(before.to).toBe('2026-05-31');
  });
});

test('the windows of a recurrence are so many days on either side of the work', () => {
  expect(recurrenceWindows(span, 30)).toEqual({
    before: { from: '2026-04-01', to: '2026-04-30' },
    after: { from: '2026-06-02', to: '2026-07-01' },
  });
});

describe('the verifier is asked', () => {
  it.each([
    ['as soon as it is done where nothing was said', null, null, '2026-06-01'],
    ['on the day that was set', '2026-08-29', null, '2026-08-29'],
    ['never before it is done', '2026-05-01', null, '2026-06-01'],
    ['once the days are over in which it must not come back', null, 30, '2026-07-02'],
    ['and not before, whatever day was set', '2026-06-15', 30, '2026-07-02'],
  ])('%s', (_, checkOn, days, asked) => {
    expect(checkDueOn('2026-06-01', checkOn, days)).toBe(asked);
  });
});

describe('an indicator', () => {
  // Wilson: 9/30 is 0.166647–0.478758, 84/85 is 0.936328–0.997920 and 15/148 is 0.062386–0.160487
  // (references of the project); the verdict is the whole interval against what was expected.
  it.each([
    ['wholly over what was expected', 0.9, shares(84, 1), 'effective', 'target_met'],
    ['wholly under', 0.5, shares(9, 21), 'ineffective', 'target_missed'],
    ['on both sides', 0.4, shares(9, 21), 'inconclusive', 'target_within'],
    ['under, by a hair', 0.160488, shares(15, 133), 'ineffective', 'target_missed'],
    ['of four answers', 0.1, shares(4, 0), 'inconclusive', 'too_few_answers'],
    ['of nobody', 0.1, shares(0, 0), 'inconclusive', 'too_few_answers'],
  ] as const)('%s: expected %d', (_, target, after, verdict, reason) => {
    expect(readShares(span, target, shares(20, 20), after)).toMatchObject({ verdict, reason });
  });

  it('concludes nothing before its day, and shows its figures', () => {
    const early = readShares({ ...span, today: '2026-08-28' }, 0.9, shares(20, 20), shares(84, 1));
    expect(early).toMatchObject({ verdict: 'inconclusive', reason: 'not_yet', change: 'up' });
    expect(early.after.satisfaction).toMatchObject({ share: 84 / 85 });
    expect(isReady(early)).toBe(false);
    expect(isReady(readShares(span, 0.9, shares(20, 20), shares(84, 1)))).toBe(true);
  });

  // Newcombe (1998), table II: 56/70 less 48/80 is 0.0524 to 0.3339, 5/56 less 0/29 crosses zero.
  it.each([
    ['up', shares(48, 32), shares(56, 14)],
    ['down', shares(56, 14), shares(48, 32)],
    ['none', shares(0, 29), shares(5, 51)],
    [null, shares(2, 2), shares(56, 14)],
    [null, shares(56, 14), shares(1, 0)],
  ] as const)('moved: %s', (change, before, after) => {
    expect(readShares(span, 0.9, before, after).change).toBe(change);
  });
});

describe('a recurrence', () => {
  const over = { ...span, today: '2026-07-02' };
  const during = { ...span, today: '2026-07-01' };

  // One of those before is left out. With six left, none after has (1/2)^6 = 1.6 % of chances to be
  // luck, under 2.5 %; with five, 3.1 %, over it.
  it.each([
    ['seven before, none after', over, 7, 0, 'effective', 'silence_telling'],
    ['six before, none after', over, 6, 0, 'inconclusive', 'too_few_before'],
    ['none before, none after', over, 0, 0, 'inconclusive', 'too_few_before'],
    ['many before, one after', over, 40, 1, 'ineffective', 'came_back'],
    ['one after, before the days are over', during, 40, 1, 'ineffective', 'came_back'],
    ['none yet on the last day', during, 40, 0, 'inconclusive', 'not_yet'],
  ] as const)('%s', (_, at, before, after, verdict, reason) => {
    expect(readCounts(at, 30, before, after)).toMatchObject({ verdict, reason });
  });

  it('is shown with its windows, its counts and their intervals', () => {
    const { before, after } = readCounts(over, 30, 7, 0);
    expect(before).toMatchObject({ from: '2026-04-01', to: '2026-04-30', count: 6 });
    expect(after).toMatchObject({ from: '2026-06-02', to: '2026-07-01', count: 0 });
    expect(before.interval.low).toBeCloseTo(2.2019, 3);
    expect(after.interval).toMatchObject({ low: 0, high: expect.closeTo(3.6889, 3) });
  });
});
