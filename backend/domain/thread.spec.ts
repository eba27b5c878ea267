import { describe, expect, it } from '@jest/globals';
import { threadOf, threadPoints, type ThreadFacts } from './thread.js';

const voice = { at: '2026-11-02' };
const facts = (more: Partial<ThreadFacts>): ThreadFacts => ({
  ...{ voice, noActionNeeded: false, over: false },
  ...more,
});
const at = (day: number) => ({ at: `2026-11-${String(day).padStart(2, '0')}` });
const done = { done: true, ...at(12) };

describe('the thread of a case', () => {
  it.each<[string, Partial<ThreadFacts>, string]>([
    ['told', {}, 'done current awaited awaited awaited'],
    ['qualified', { analysis: at(3) }, 'done done current awaited awaited'],
    [
      'an action is open',
      { analysis: at(3), action: { ...done, done: false } },
      'done done current awaited awaited',
    ],
    ['an action is done', { analysis: at(3), action: done }, 'done done done current awaited'],
    [
      'the effect is known',
      { analysis: at(3), action: done, effect: at(20) },
      'done done done done current',
    ],
    [
      'answered',
      { analysis: at(3), action: done, effect: at(20), answer: at(21) },
      'done done done done done',
    ],
    ['answered at once', { answer: at(3) }, 'done current awaited awaited done'],
    [
      'no action is needed',
      { analysis: at(3), noActionNeeded: true },
      'done done notNeeded notNeeded current',
    ],
    ['dismissed', { over: true }, 'done notNeeded notNeeded notNeeded notNeeded'],
    [
      'closed without its effect measured',
      { analysis: at(3), action: done, answer: at(9), over: true },
      'done done done notNeeded done',
    ],
  ])('%s', (_, known, states) => {
    const thread = threadOf(facts(known));
    expect(thread.map(({ point }) => point)).toEqual(threadPoints);
    expect(thread.map(({ state }) => state).join(' ')).toBe(states);
  });

  it('dates what happened, and says who owes what is awaited', () => {
    const action = { done: false, ...at(30), who: 'Andréa Roussel' };
    const [first, , third, fourth] = threadOf(facts({ analysis: at(3), action }));
    expect(first).toEqual({ point: 'voice', state: 'done', at: '2026-11-02' });
    expect(third).toEqual({ point: 'action', state: 'current', ...at(30), who: 'Andréa Roussel' });
    expect(fourth).toEqual({ point: 'effect', state: 'awaited' });
  });

  it('awaits nothing once it is over', () => {
    const open = { done: false, ...at(30) };
    for (const known of [{}, { action: open }, { analysis: at(3), action: open }]) {
      const states = threadOf(facts({ ...known, over: true })).map(({ state }) => state);
      expect(states).not.toContain('current');
      expect(states).not.toContain('awaited');
    }
  });
});
