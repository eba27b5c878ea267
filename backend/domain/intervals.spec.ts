import { describe, expect, it } from '@jest/globals';
import { differenceInterval, poissonInterval, silenceIsTelling } from './intervals.js';

describe("Newcombe's interval of a difference", () => {
  // The eight contrasts of Newcombe (1998), Statistics in Medicine 17, table II, line « method 10 ».
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i less %i/%i: %d to %d', (a, m, b, n, low, high) => {
    const found = differenceInterval({ successes: b, n }, { successes: a, n: m });
    expect(found?.value).toBeCloseTo(a / m - b / n, 12);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('is the same, turned round, the other way', () => {
    const [one, other] = [
      { successes: 9, n: 30 },
      { successes: 81, n: 263 },
    ];
    const [up, down] = [differenceInterval(one, other), differenceInterval(other, one)];
    expect(up?.low).toBeCloseTo(-(down?.high ?? 0), 12);
    expect(up?.high).toBeCloseTo(-(down?.low ?? 0), 12);
  });

  it('is none where nobody answered', () => {
    expect(differenceInterval({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull();
  });
});

describe("Garwood's interval of a count", () => {
  // −ln 0.025 = 3.6889 is the mean of which none is seen one time in forty; the others are those of
  // the usual tables (Pearson & Hartley, Biometrika Tables for Statisticians, table 40).
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [3, 0.6187, 8.7673],
    [6, 2.2019, 13.0595],
    [10, 4.7954, 18.3904],
    [50, 37.1111, 65.9188],
  ])('%i: %d to %d', (count, low, high) => {
    expect(poissonInterval(count).low).toBeCloseTo(low, 3);
    expect(poissonInterval(count).high).toBeCloseTo(high, 3);
  });

  it('holds for as many as there may be', () => {
    const { low, high } = poissonInterval(2000);
    // Nearly normal: 2000 ± 1.96 √2000, that is 1912 and 2088, a little to the right.
    expect([Math.round(low), Math.round(high)]).toEqual([1913, 2090]);
  });
});

describe('silence', () => {
  // (1/2)^5 = 0.03125 is over 0.025, (1/2)^6 = 0.015625 under it.
  it.each([
    [0, false],
    [1, false],
    [5, false],
    [6, true],
    [40, true],
  ])('after %i heard is telling: %s', (before, telling) => {
    expect(silenceIsTelling(before)).toBe(telling);
  });
});
