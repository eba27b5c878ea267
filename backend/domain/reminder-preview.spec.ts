import { describe, expect, it } from '@jest/globals';
import { previewOf } from './reminder-preview.js';
import { usualRules, whyQuiet, type ReminderRules } from './reminders.js';

const dueOn = '2026-11-24';
const span = { from: '2026-11-16', until: '2026-12-08' };
const isArmistice = (day: string) => day === '2026-11-17';

describe('why a day is quiet', () => {
  const rules = { ...usualRules, quietPeriods: [{ from: '2026-08-03', to: '2026-08-14' }] };

  it.each([
    ['2026-08-08', 'closure'],
    ['2026-11-17', 'holiday'],
    ['2026-11-21', 'weekday'],
    ['2026-11-20', null],
  ])('%s: %s', (day, why) => {
    expect(whyQuiet(day, rules, isArmistice)).toBe(why);
  });
});

describe('what would be sent', () => {
  const shown = (
    rules: Partial<ReminderRules> = {},
    restsUntil: string | null = null,
    on = dueOn,
  ) =>
    previewOf({ dueOn: on, restsUntil }, { ...usualRules, ...rules }, isArmistice, span).map(
      ({ day, to, stepOn, heldBy }) =>
        `${day.slice(5)} ${to}${heldBy ? `, not ${stepOn.slice(5)}: ${heldBy}` : ''}`,
    );

  it('says why a reminder leaves on another day than its step', () => {
    expect(shown({ quietPeriods: [{ from: '2026-12-01', to: '2026-12-02' }] })).toEqual([
      '11-18 owner, not 11-17: holiday',
      '11-23 owner',
      '11-24 owner',
      '12-03 owner, not 12-01: closure',
      '12-03 manager, not 12-01: closure',
      '12-08 owner',
    ]);
  });

  it('leaves in peace an owner who has just reported, and nobody else', () => {
    expect(shown({}, '2026-11-19', '2026-11-18')).toEqual([
      '11-19 owner, not 11-18: report',
      '11-25 owner',
      '11-25 manager',
      '12-02 owner',
    ]);
  });

  it('catches up by the last what the rules would have told before', () => {
    expect(shown({ escalation: [] }, null, '2026-11-12')).toEqual([
      '11-16 owner, not 11-12: past',
      '11-19 owner',
      '11-26 owner',
      '12-03 owner',
    ]);
  });
});
