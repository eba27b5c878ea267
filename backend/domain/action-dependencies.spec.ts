import { expect, it } from '@jest/globals';
import { clashes, type Placed } from './action-dependencies.js';

const before: Placed = {
  ...{ state: 'in_progress', startOn: null, dueOn: '2026-06-30', doneOn: null },
};
const after: Placed = {
  state: 'planned',
  startOn: '2026-07-01',
  dueOn: '2026-09-30',
  doneOn: null,
};

it.each([
  ['starts the day after', {}, {}, false],
  ['starts the same day', {}, { startOn: '2026-06-30' }, false],
  ['starts the day before', {}, { startOn: '2026-06-29' }, true],
  ['has no start, and ends later', {}, { startOn: null }, false],
  ['has no start, and ends earlier', {}, { startOn: null, dueOn: '2026-06-29' }, true],
  [
    'comes after one that was done early',
    { doneOn: '2026-05-01' },
    { startOn: '2026-05-02' },
    false,
  ],
  ['comes after one that was done late', { doneOn: '2026-07-15' }, {}, true],
  ['comes after one that was given up', { state: 'cancelled' }, { startOn: '2026-01-01' }, false],
  ['is given up itself', {}, { state: 'cancelled', startOn: '2026-01-01' }, false],
] as const)('what %s', (_, first, second, expected) => {
  expect(clashes({ ...before, ...first }, { ...after, ...second })).toBe(expected);
});
