import { describe, expect, it } from '@jest/globals';
import { addDays } from './days.js';
import {
  calendarOfReminders,
  firstOffset,
  isQuiet,
  levelsDue,
  refuseBadRules,
  stepDue,
  usualRules,
  type ReminderRules,
} from './reminders.js';

const dueOn = '2026-11-24';
const after = (distance: number) => addDays(dueOn, distance);
const never = () => false;

describe('the step of a reminder that has come due', () => {
  it.each<[number, number | null]>([
    [-30, null],
    [-8, null],
    [-7, -7],
    // A run that was missed is caught up by the step that it missed, until the next one.
    [-6, -7],
    [-2, -7],
    [-1, -1],
    [0, 0],
    [1, 0],
    [6, 0],
    [7, 7],
    [13, 7],
    [14, 14],
    [365, 364],
  ])('%i days from the due date: %p', (distance, offset) => {
    const expected = offset === null ? null : { offset, day: after(offset) };
    expect(stepDue('action', dueOn, usualRules, after(distance))).toEqual(expected);
  });

  it.each([
    ['answer', [-7, 0, 7, 14]],
    ['check', [0, 7, 14]],
    ['decision', [0, 7, 14]],
  ] as const)('of a %s', (kind, steps) => {
    const told = Array.from({ length: 31 }, (_, index) => index - 10).filter(
      (distance) => stepDue(kind, dueOn, usualRules, after(distance))?.offset === distance,
    );
    expect(told).toEqual(steps);
    expect(firstOffset(kind, usualRules)).toBe(steps[0]);
  });

  it('is the organisation’s own', () => {
    const rules = { ...usualRules, before: [-30], everyAfter: null };
    const offsets = [-31, -30, 0, 90].map(
      (distance) => stepDue('action', dueOn, rules, after(distance))?.offset,
    );
    expect(offsets).toEqual([undefined, -30, -30, -30]);
    expect(
      stepDue('action', dueOn, { ...rules, before: [], everyAfter: 10 }, after(25))?.offset,
    ).toBe(20);
  });
});

describe('the levels of escalation that have come due', () => {
  it.each([
    [6, []],
    [7, ['manager']],
    [20, ['manager']],
    [21, ['manager', 'quality_manager']],
    [300, ['manager', 'quality_manager']],
  ])('%i days late: %p', (late, roles) => {
    expect(levelsDue(dueOn, usualRules, after(late)).map(({ to }) => to)).toEqual(roles);
  });

  it('tell each role by its last one', () => {
    const escalation = [7, 14, 30].map((days) => ({ after: days, to: 'manager' as const }));
    const due = levelsDue(dueOn, { ...usualRules, escalation }, after(20));
    expect(due).toEqual([{ after: 14, to: 'manager' }]);
  });
});

describe('a quiet day', () => {
  const rules = { ...usualRules, quietPeriods: [{ from: '2026-08-03', to: '2026-08-14' }] };

  it.each([
    ['a Friday', '2026-11-27', false],
    ['a Saturday', '2026-11-28', true],
    ['a Sunday', '2026-11-29', true],
    ['a public holiday', '2026-11-11', true],
    ['the first day of a closure', '2026-08-03', true],
    ['its last day', '2026-08-14', true],
    ['the Monday after it', '2026-08-17', false],
  ])('%s: %s', (_, day, quiet) => {
    expect(isQuiet(day, rules, (asked) => asked === '2026-11-11')).toBe(quiet);
  });

  it('may be worked where the organisation says so', () => {
    const open = { ...rules, quietHolidays: false, quietWeekdays: [0] };
    expect(isQuiet('2026-11-11', open, () => true)).toBe(false);
    expect(isQuiet('2026-11-28', open, never)).toBe(false);
  });
});

describe('the calendar of what would be sent', () => {
  const shown = (rules: ReminderRules, span = { from: after(-10), until: after(22) }) =>
    calendarOfReminders(dueOn, rules, (day) => day === '2026-11-17', span).map(
      ({ day, offset, to }) => `${day.slice(5)} ${offset} ${to}`,
    );

  it('holds each step once, moved off the quiet days, and each level', () => {
    expect(shown(usualRules)).toEqual([
      // A week ahead falls on the holiday.
      '11-18 -7 owner',
      '11-23 -1 owner',
      '11-24 0 owner',
      '12-01 7 owner',
      '12-01 7 manager',
      '12-08 14 owner',
      '12-15 21 owner',
      '12-15 21 quality_manager',
    ]);
  });

  it('tells of two steps that fall together the last alone', () => {
    const rules = { ...usualRules, before: [-3, -2, 0], quietWeekdays: [0, 5, 6], escalation: [] };
    expect(shown(rules, { from: after(-10), until: after(1) })).toEqual([
      '11-23 -2 owner',
      '11-24 0 owner',
    ]);
  });
});

describe('rules', () => {
  it('that an organisation starts with can be followed', () => {
    expect(() => refuseBadRules(usualRules)).not.toThrow();
  });

  it.each<[string, Partial<ReminderRules>]>([
    ['before', { before: [-1, -7] }],
    ['before', { before: [0, 3] }],
    ['before', { before: [-1.5] }],
    ['before', { before: [-1, -1] }],
    ['everyAfter', { everyAfter: 0 }],
    ['escalation', { escalation: [{ after: 0, to: 'manager' }] }],
    ['escalation', { escalation: usualRules.escalation.toReversed() }],
    ['quietWeekdays', { quietWeekdays: [0, 1, 2, 3, 4, 5, 6] }],
    ['quietPeriods', { quietPeriods: [{ from: '2026-08-14', to: '2026-08-03' }] }],
    ['hour', { hour: 24 }],
    ['restAfterReport', { restAfterReport: -1 }],
  ])('whose %s is wrong are refused: %o', (field, wrong) => {
    expect(() => refuseBadRules({ ...usualRules, ...wrong })).toThrow(
      expect.objectContaining({ code: 'reminders.shape', details: { wrong: [field] } }),
    );
  });
});
