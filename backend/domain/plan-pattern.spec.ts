import { describe, expect, it } from '@jest/globals';
import { daysOf, patternOf, type PatternSource } from './plan-pattern.js';

const action = {
  ...({
    kind: 'corrective',
    title: 'Relire les courriers',
    description: '',
    rationale: '',
  } as const),
  ...{ criterion: null, weight: 2, objectiveId: 'b', startOn: '2027-12-31', dueOn: '2028-03-01' },
};
const source: PatternSource = {
  plan: {
    description: 'Pour trois ans',
    governance: 'Le CVS',
    fromDay: '2027-12-01',
    toDay: '2030-11-30',
  },
  objectives: [
    { id: 'a', wording: 'Que chacun sache' },
    { id: 'b', wording: 'Que personne n’attende' },
  ],
  actions: [action],
};

describe('the pattern of a plan', () => {
  it('counts its days from the first, over a leap day as over any other', () => {
    const { actions, days, objectives } = patternOf(source);
    // 2027-12-01 → 2030-11-30: 2028 has 366 days.
    expect({ days, objectives }).toEqual({
      days: 1095,
      objectives: ['Que chacun sache', 'Que personne n’attende'],
    });
    expect(actions[0]).toMatchObject({ objective: 1, startAfter: 30, dueAfter: 91, weight: 2 });
    expect(daysOf({ startAfter: 30, dueAfter: 91 }, '2027-12-01')).toEqual({
      ...{ startOn: '2027-12-31', dueOn: '2028-03-01' },
    });
    expect(daysOf({ startAfter: null, dueAfter: 91 }, '2026-12-01')).toEqual({
      ...{ startOn: null, dueOn: '2027-03-02' },
    });
  });

  it.each([
    ['serves no objective', { objectiveId: null }, { objective: null }],
    ['has no start', { startOn: null }, { startAfter: null }],
    ['was due before', { startOn: null, dueOn: '2027-01-01' }, { dueAfter: 0 }],
  ])('keeps an action that %s', (_, change, kept) => {
    const { actions } = patternOf({ ...source, actions: [{ ...action, ...change }] });
    expect(actions[0]).toMatchObject(kept);
  });
});
