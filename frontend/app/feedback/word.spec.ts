import { expect, test } from '@jest/globals';
import { blankWord, nextWord, wordOf } from './word';

test('what was left empty is not sent, and what was said is sent as it was typed', () => {
  const word = { ...blankWord('desk'), kind: 'anomaly' as const, body: ' La rampe\n  glisse ' };
  expect(wordOf({ ...word, phone: ' 06 12 ' })).toEqual({
    kind: 'anomaly',
    body: ' La rampe\n  glisse ',
    unitId: 'desk',
    channel: 'front_desk',
    reporter: 'user',
    phone: '06 12',
    followUpCode: word.followUpCode,
  });
});

test('the next person keeps the service and the channel, and nothing of the one before', () => {
  const word = { ...blankWord('desk'), channel: 'phone' as const, body: 'x', email: 'a@b.fr' };
  const { followUpCode, ...next } = nextWord(word);
  expect(next).toEqual({ ...blankWord('desk'), channel: 'phone', followUpCode: undefined });
  expect(followUpCode).not.toBe(word.followUpCode);
});
