import { expect, test } from '@jest/globals';
import { actionQuery } from './action-filters';

test('a bare address shows what is still owed, the most urgent first', () => {
  expect(actionQuery({})).toEqual({ status: 'open', sort: 'dueOn' });
});

test('all means without a stage', () => {
  expect(actionQuery({ status: 'all', owner: 'me', unit: 'u' })).toEqual({
    owner: 'me',
    unitId: 'u',
    sort: 'dueOn',
  });
});
