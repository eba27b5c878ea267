import { expect, test } from '@jest/globals';
import { actionStates } from '../../../backend/domain/action';
import { actionQuery, statuses, usualStatus } from './action-filters';

const today = '2026-11-22';

test('a bare address shows what is still owed, the most urgent first', () => {
  expect(actionQuery({}, today)).toEqual({ status: 'open', sort: 'dueOn' });
});

test('mine show what waits for others too', () => {
  expect(actionQuery({ owner: 'me' }, today)).toMatchObject({ owner: 'me', status: 'unsettled' });
  expect(usualStatus({ owner: 'somebody' })).toBe('open');
});

test('all means without a stage', () => {
  expect(actionQuery({ status: 'all', owner: 'me', unit: 'u' }, today)).toEqual({
    ...{ owner: 'me', unitId: 'u', sort: 'dueOn' },
  });
});

test('a period is asked for by its days', () => {
  expect(actionQuery({ due: 'month', priority: 'high' }, today)).toEqual({
    ...{ status: 'open', sort: 'dueOn', priority: 'high' },
    ...{ dueFrom: '2026-11-01', dueTo: '2026-11-30' },
  });
});

test.each(actionStates.filter((state) => state !== 'done'))(
  '%s can be asked for alone',
  (state) => {
    expect(statuses[state]).toEqual({ state });
  },
);
