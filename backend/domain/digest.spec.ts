import { describe, expect, it } from '@jest/globals';
import { countsByPoint, isWanted, reachOf, sectionOf, type DigestFrequency } from './digest.js';

describe('the part of a digest', () => {
  it.each([
    ['action', '2026-11-23', 'late'],
    ['action', '2026-11-24', 'due'],
    ['action', '2026-11-25', 'coming'],
    ['check', '2026-11-01', 'verify'],
    ['answer', '2026-11-01', 'answer'],
    ['decision', '2026-11-01', 'decide'],
  ] as const)('for a %s of %s is %s', (kind, dueOn, section) => {
    expect(sectionOf(kind, dueOn, '2026-11-24')).toBe(section);
  });
});

describe('the thread of a digest', () => {
  it('counts at each point what waits there', () => {
    const counts = countsByPoint(['late', 'coming', 'verify', 'decide', 'answer']);
    expect(counts.map(({ point, count }) => `${point} ${count}`)).toEqual([
      ...['voice 0', 'analysis 0', 'action 3', 'effect 1', 'answer 1'],
    ]);
  });
});

describe('how a step reaches somebody', () => {
  it.each([
    ['daily', -7, 'day'],
    ['weekly', 7, 'week'],
    ['late', 0, 'beside_late'],
    ['late', 7, 'day'],
  ] as const)('who reads %s, %s days from the due date: %s', (frequency, offset, reach) => {
    expect(reachOf(frequency, offset)).toBe(reach);
  });
});

describe('whether a digest leaves', () => {
  // 2026-11-24 is a Tuesday.
  const wish = (frequency: DigestFrequency, lastDigestOn: string | null = null, weekday = 1) => ({
    ...{ frequency, weekday, lastDigestOn },
  });
  const all = { news: true, late: true, anything: true };

  it.each([
    ['daily, with news', wish('daily'), all, true],
    ['daily, without', wish('daily'), { ...all, news: false }, false],
    ['daily, told today already', wish('daily', '2026-11-24'), all, false],
    ['daily, told on the day that it was elsewhere', wish('daily', '2026-11-25'), all, false],
    ['late only, something late', wish('late'), all, true],
    ['late only, nothing late', wish('late'), { ...all, late: false }, false],
    ['weekly, not told since Monday', wish('weekly', '2026-11-20'), all, true],
    ['weekly, told on Monday', wish('weekly', '2026-11-23'), all, false],
    ['weekly, never told', wish('weekly'), all, true],
    ['weekly, nothing owed', wish('weekly'), { news: false, late: false, anything: false }, false],
    ['weekly, owed without news', wish('weekly'), { ...all, news: false, late: false }, true],
    ['weekly on Wednesdays, told last Wednesday', wish('weekly', '2026-11-18', 3), all, false],
    ['weekly on Tuesdays, told last Tuesday', wish('weekly', '2026-11-17', 2), all, true],
  ])('%s', (_, wanted, facts, leaves) => {
    expect(isWanted(wanted, '2026-11-24', facts)).toBe(leaves);
  });
});
