import { wilsonInterval, type Interval } from './satisfaction.js';

/** What is left outside each end of a two-sided 95 % interval. */
const tail = 0.025;

/** How many of how many. */
export interface Proportion {
  successes: number;
  n: number;
}

/**
 * The change of a share, after less before, with its 95 % interval; none where nobody answered.
 * Newcombe's hybrid score interval, built on Wilson's for each share: Newcombe, R. G. (1998),
 * Interval estimation for the difference between independent proportions, method 10, Statistics in
 * Medicine 17, 873–890.
 */
export function differenceInterval(
  before: Proportion,
  after: Proportion,
): ({ value: number } & Interval) | null {
  const was = wilsonInterval(before.successes, before.n);
  const is = wilsonInterval(after.successes, after.n);
  if (!was || !is) return null;
  const [from, to] = [before.successes / before.n, after.successes / after.n];
  const value = to - from;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(to - is.low, was.high - from)),
    high: Math.min(1, value + Math.hypot(is.high - to, from - was.low)),
  };
}

/**
 * The exact 95 % interval of a count of rare events. Garwood, F. (1936), Fiducial limits for the
 * Poisson distribution, Biometrika 28, 437–442.
 */
export function poissonInterval(count: number): Interval {
  const far = 2 * count + 10;
  return {
    // As many or more would be seen so rarely under the low end, as many or fewer over the high one.
    low: count === 0 ? 0 : solve((mean) => 1 - atMost(count - 1, mean) < tail, far),
    high: solve((mean) => atMost(count, mean) > tail, far),
  };
}

/**
 * Whether hearing nothing for as long as a window in which so many were heard is more than luck. Of
 * so many events that fall as they please into two windows of the same length, none falls into the
 * second with probability (1/2)^before. The exact conditional test of two Poisson counts, at the
 * level of a two-sided 95 % interval: Przyborowski, J. & Wilenski, H. (1940), Biometrika 31, 313–323.
 */
export function silenceIsTelling(before: number): boolean {
  return 0.5 ** before <= tail;
}

/** The probability of at most `count` events where `mean` are expected. */
function atMost(count: number, mean: number): number {
  // By logarithms: the first of the terms is too small to be written where many are expected.
  let term = -mean;
  let sum = Math.exp(term);
  for (let rank = 1; rank <= count; rank += 1) {
    term += Math.log(mean / rank);
    sum += Math.exp(term);
  }
  return sum;
}

/** The last value between 0 and `far` of which something still holds. */
function solve(holds: (value: number) => boolean, far: number): number {
  let [low, high] = [0, far];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
