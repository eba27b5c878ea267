import { describe, expect, it } from '@jest/globals';
import { byUrgency, planProgress, planSpending, timeElapsed, type PlannedAction } from './plan.js';

const today = '2026-11-22';
const planned = (more: Partial<PlannedAction> = {}): PlannedAction => ({
  ...{ state: 'planned', progress: 0, weight: 1, dueOn: '2027-01-31', cost: null },
  ...more,
});

describe('the progress of a plan', () => {
  it.each<[string, Partial<PlannedAction>[], number | null]>([
    ['no action: nothing to say', [], null],
    ['one that has not begun', [{}], 0],
    ['one at work: its own progress', [{ state: 'in_progress', progress: 40 }], 40],
    ['done counts whole, whatever was reported', [{ state: 'done', progress: 60 }], 100],
    ['verified counts whole', [{ state: 'verified', progress: 100 }], 100],
    ['cancelled counts as not done', [{ state: 'cancelled', progress: 90 }], 0],
    ['cancelled stays in what it is over', [{ state: 'done' }, { state: 'cancelled' }], 50],
    ['by weight: 3 × 100 + 1 × 0 over 4', [{ state: 'done', weight: 3 }, {}], 75],
    ['two thirds, never rounded up', [{ state: 'done', weight: 2 }, {}], 66],
    [
      'not whole before all is: 999 over 1000',
      [
        { state: 'done', weight: 999 },
        { state: 'in_progress', progress: 99 },
      ],
      99,
    ],
    [
      'fractions lose nothing: 0.1 + 0.2 over 0.3',
      [
        { state: 'done', weight: 0.1 },
        { state: 'verified', weight: 0.2 },
      ],
      100,
    ],
  ])('%s', (_, actions, percent) => {
    expect(planProgress(actions.map(planned), today).percent).toBe(percent);
  });

  it('says over what it is counted', () => {
    const actions = [
      planned({ dueOn: '2026-11-21' }),
      planned({ dueOn: today }),
      planned({ state: 'done', dueOn: '2026-01-01' }),
      planned({ state: 'verified' }),
      planned({ state: 'cancelled', dueOn: '2026-01-01' }),
    ];
    expect(planProgress(actions, today)).toEqual({
      ...{ percent: 40, actions: 5, done: 2, cancelled: 1, late: 1 },
    });
  });
});

describe('what a plan spends', () => {
  it('is what its actions cost, of those that say it and are not given up', () => {
    const actions = [
      planned({ cost: 0.1 }),
      planned({ cost: 0.2, state: 'done' }),
      planned(),
      planned({ cost: 5000, state: 'cancelled' }),
    ];
    expect(planSpending(actions)).toEqual({ engaged: 0.3, withCost: 2, actions: 3 });
  });

  it('is nothing where nobody said anything', () => {
    expect(planSpending([planned()])).toEqual({ engaged: 0, withCost: 0, actions: 1 });
  });
});

describe('the time of a plan', () => {
  it.each([
    ['before it starts', '2025-12-31', 0],
    ['on its first day', '2026-01-01', 0],
    ['halfway: 5 of 10 days are over', '2026-01-06', 50],
    ['on its last day', '2026-01-10', 90],
    ['the day after', '2026-01-11', 100],
    ['long after', '2030-01-01', 100],
  ])('%s', (_, day, percent) => {
    expect(timeElapsed('2026-01-01', '2026-01-10', day)).toBe(percent);
  });

  it('of one day is over on the next', () => {
    expect(timeElapsed(today, today, today)).toBe(0);
    expect(timeElapsed(today, today, '2026-11-23')).toBe(100);
  });
});

it('tells what is due first, then what is done, then what was given up', () => {
  const told = [
    planned({ state: 'cancelled', dueOn: '2026-01-01' }),
    planned({ state: 'done', dueOn: '2026-01-02' }),
    planned({ dueOn: '2027-01-03' }),
    planned({ state: 'in_progress', dueOn: '2026-01-04' }),
  ];
  expect(told.sort(byUrgency).map(({ dueOn }) => dueOn)).toEqual([
    ...['2026-01-04', '2027-01-03', '2026-01-02', '2026-01-01'],
  ]);
});
