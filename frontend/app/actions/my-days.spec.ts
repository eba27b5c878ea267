import { expect, it } from '@jest/globals';
import { partOf } from './my-days';

// A Thursday.
const today = '2026-11-19';

it.each([
  ['planned', '2026-11-18', 'late'],
  ['in_progress', '2026-11-19', 'today'],
  ['planned', '2026-11-20', 'week'],
  ['planned', '2026-11-22', 'week'],
  ['planned', '2026-11-23', 'later'],
  ['done', '2026-11-01', 'waiting'],
  ['verified', '2026-11-01', 'over'],
  ['cancelled', '2026-12-01', 'over'],
] as const)('%s and due on %s is in the part « %s »', (state, dueOn, part) => {
  expect(partOf({ state, dueOn }, today)).toBe(part);
});

it('on a Sunday the week is over', () => {
  expect(partOf({ state: 'planned', dueOn: '2026-11-23' }, '2026-11-22')).toBe('later');
});
