import { describe, expect, it } from '@jest/globals';
import type { ActionState } from './action.js';
import { figuresOf, type StateTally } from './action-figures.js';

const tally = (state: ActionState, count: number, more: Partial<StateTally> = {}): StateTally => ({
  ...{ state, count, late: 0, delays: [] },
  ...more,
});

describe('the figures of a set of actions', () => {
  it('count a cancelled action as not done', () => {
    expect(
      figuresOf([
        tally('planned', 3, { late: 1 }),
        tally('in_progress', 3, { late: 2 }),
        tally('done', 5),
        tally('verified', 7),
        tally('cancelled', 2),
      ]),
    ).toMatchObject({
      ...{ total: 20, finished: 12, late: 3 },
      byState: { planned: 3, in_progress: 3, done: 5, verified: 7, cancelled: 2 },
    });
  });

  it('say nothing of nothing', () => {
    expect(figuresOf([])).toEqual({
      ...{ total: 0, finished: 0, late: 0, medianDays: null, measured: 0 },
      byState: { planned: 0, in_progress: 0, done: 0, verified: 0, cancelled: 0 },
    });
  });

  it.each([
    ['one', [34], 34, 1],
    ['an odd number, in any order', [90, 2, 34], 34, 3],
    ['an even number: the mean of the two in the middle', [10, 20, 30, 41], 25, 4],
    ['the same day', [0, 0], 0, 2],
    ['one that was done before it was recorded: left out', [-12, 8], 8, 1],
    ['none but such', [-12], null, 0],
  ])('the median of %s', (_, delays, medianDays, measured) => {
    expect(figuresOf([tally('done', delays.length, { delays })])).toMatchObject({
      ...{ medianDays, measured },
    });
  });

  it('the median runs over done and verified together', () => {
    const tallies = [
      tally('done', 1, { delays: [10] }),
      tally('verified', 2, { delays: [20, 60] }),
    ];
    expect(figuresOf(tallies)).toMatchObject({ medianDays: 20, measured: 3 });
  });

  it('only what is open can be late', () => {
    expect(figuresOf([tally('done', 1, { late: 1 })]).late).toBe(0);
  });
});
