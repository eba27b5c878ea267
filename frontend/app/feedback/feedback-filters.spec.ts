import { expect, test } from '@jest/globals';
import { feedbackQuery } from './feedback-filters';

test('a bare address asks for the newest first', () => {
  expect(feedbackQuery({})).toEqual({ sort: '-receivedOn' });
});

test('the words of the address become those of the server', () => {
  expect(
    feedbackQuery({ state: 'received', unit: 'u', theme: 't', sort: 'severity', page: '2' }),
  ).toEqual({ state: 'received', unitId: 'u', themeId: 't', sort: '-severity', page: '2' });
});
