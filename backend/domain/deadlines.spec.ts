import { describe, expect, it } from '@jest/globals';
import { deadlineOf, defaultDeadlines, type DeadlineRule } from './deadlines.js';
import type { Channel, FeedbackKind } from './feedback.js';

const noHoliday = () => false;

describe('the deadlines that an organisation starts with', () => {
  it.each<['acknowledgement' | 'answer', FeedbackKind, Channel, string | undefined]>([
    ['acknowledgement', 'complaint', 'email', '2026-12-08'],
    ['acknowledgement', 'complaint', 'mail', '2026-12-08'],
    ['acknowledgement', 'complaint', 'front_desk', undefined],
    ['answer', 'complaint', 'front_desk', '2027-01-24'],
    ['answer', 'suggestion', 'web', '2027-01-24'],
    ['answer', 'compliment', 'web', undefined],
  ])('%s of a %s by %s', (clock, kind, channel, on) => {
    const deadline = deadlineOf(
      defaultDeadlines,
      clock,
      { kind, channel },
      '2026-11-24',
      noHoliday,
    );
    expect(deadline?.on).toBe(on);
    if (on) expect(deadline?.basis).toMatch(/CRPA|Services Publics/);
  });
});

describe('the closest rule decides', () => {
  const rule = (more: Partial<DeadlineRule>, amount: number): DeadlineRule => ({
    ...{ clock: 'answer', kind: null, channel: null, unit: 'day', basis: `${amount}`, amount },
    ...more,
  });
  const any = rule({}, 1);
  const byChannel = rule({ channel: 'web' }, 2);
  const byKind = rule({ kind: 'complaint' }, 3);
  const byBoth = rule({ kind: 'complaint', channel: 'web' }, 4);

  it.each<[string, DeadlineRule[], string | undefined]>([
    ['kind and channel', [any, byChannel, byKind, byBoth], '4'],
    ['kind', [any, byChannel, byKind], '3'],
    ['channel', [any, byChannel], '2'],
    ['any', [any], '1'],
    ['none', [rule({ kind: 'suggestion' }, 5), rule({ clock: 'acknowledgement' }, 6)], undefined],
  ])('%s', (_, rules, basis) => {
    const word = { kind: 'complaint', channel: 'web' } as const;
    expect(deadlineOf(rules, 'answer', word, '2026-11-24', noHoliday)?.basis).toBe(basis);
  });
});
