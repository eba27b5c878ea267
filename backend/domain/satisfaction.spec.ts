import { describe, expect, it } from '@jest/globals';
import { againstTarget, satisfactionOf, wilsonInterval, protectParts } from './satisfaction.js';

describe("Wilson's 95 % interval", () => {
  it.each([
    [81, 263, 0.255289, 0.36621],
    [15, 148, 0.062386, 0.160487],
    [0, 20, 0, 0.161125],
    [1, 29, 0.006113, 0.171755],
    [9, 30, 0.166647, 0.478758],
    [84, 85, 0.936328, 0.99792],
    [5, 5, 0.565518, 1],
  ])('%i of %i: %d to %d', (successes, n, low, high) => {
    const interval = wilsonInterval(successes, n);
    expect(interval?.low).toBeCloseTo(low, 6);
    expect(interval?.high).toBeCloseTo(high, 6);
  });

  it('is none where nobody answered, never 0', () => expect(wilsonInterval(0, 0)).toBeNull());

  it('stays between 0 and 1', () => {
    for (let n = 1; n < 400; n += 1) {
      expect(wilsonInterval(0, n)?.low).toBeGreaterThanOrEqual(0);
      expect(wilsonInterval(n, n)?.high).toBeLessThanOrEqual(1);
    }
  });
});

describe('a satisfaction', () => {
  it('scores smileys 10, 5 and 0', () => {
    const counts = { good: 60, medium: 25, bad: 15 };
    expect(satisfactionOf(counts)).toMatchObject({
      ...{ n: 100, shown: true, share: 0.6, score: 7.25, counts },
    });
  });

  it.each([
    [{ good: 0, medium: 0, bad: 0 }, 0],
    [{ good: 4, medium: 0, bad: 0 }, 4],
    [{ good: 1, medium: 1, bad: 2 }, 4],
  ])('shows nothing but n under 5 answers: %o', (counts, n) => {
    expect(satisfactionOf(counts)).toEqual({ n, shown: false });
  });

  it('is shown from 5 answers on', () => {
    expect(satisfactionOf({ good: 5, medium: 0, bad: 0 })).toMatchObject({ shown: true, share: 1 });
    expect(satisfactionOf({ good: 0, medium: 0, bad: 5 })).toMatchObject({ share: 0, score: 0 });
  });
});

describe('a target', () => {
  /** A town of 15,000: n = 102, 85 % satisfied. */
  const interval = { low: 0.771, high: 0.909 };

  it.each([
    [0.9, 'inconclusive'],
    [0.8, 'inconclusive'],
    [0.77, 'met'],
    [0.771, 'met'],
    [0.909, 'inconclusive'],
    [0.92, 'missed'],
  ])('of %d is %s', (target, verdict) => expect(againstTarget(interval, target)).toBe(verdict));

  it('of 90 % is neither met nor missed at 87 of 102', () => {
    const found = wilsonInterval(87, 102);
    expect(found?.low).toBeCloseTo(0.771, 2);
    expect(found?.high).toBeCloseTo(0.909, 2);
    expect(found && againstTarget(found, 0.9)).toBe('inconclusive');
  });
});

describe('units beside their total', () => {
  const part = (unit: string, good: number) => ({
    unit,
    satisfaction: satisfactionOf({ good, medium: 0, bad: 0 }),
  });
  it.each([
    ['one too small takes the smallest shown with it', [3, 28, 27], ['a', 'c']],
    ['two that hide each other need no third', [3, 3, 27], ['a', 'b']],
    ['nobody hides where all are shown', [5, 28, 27], []],
    ['one without an answer tells nothing', [0, 28, 27], ['a']],
  ])('%s', (_, counts, hidden) => {
    const parts = counts.map((good, rank) => part('abc'[rank] ?? '', good));
    const left = protectParts(parts).filter(({ satisfaction }) => !satisfaction.shown);
    expect(left.map(({ unit }) => unit)).toEqual(hidden);
  });
});
