import { describe, expect, it } from '@jest/globals';
import {
  forgetsOn,
  isForgettable,
  isReminderDue,
  refuseBadMailingDays,
  usualMailingDays,
  type MailingState,
} from './survey-mailing.js';

const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());
// A Monday.
const today = '2026-11-23';

describe('the days of a mailing', () => {
  it.each([
    ['2026-11-23', '2026-11-30', '2026-12-07'],
    // From a Saturday, both fall on the Monday after.
    ['2026-11-28', '2026-12-07', '2026-12-14'],
  ])('proposed on %s are working days', (from, remindsOn, endsOn) => {
    expect(usualMailingDays(from, weekend)).toEqual({ remindsOn, endsOn });
  });

  it('are proposed even where every day is quiet', () => {
    expect(usualMailingDays(today, () => true).remindsOn).toBe('2026-11-30');
  });

  it.each([
    [null, '2026-11-24', null],
    ['2026-11-24', '2026-11-25', null],
    ['2026-11-30', '2027-02-21', null],
    [null, '2026-11-23', 'mailing.end_day'],
    [null, '2027-02-22', 'mailing.end_day'],
    ['2026-11-23', '2026-12-07', 'mailing.reminder_day'],
    ['2026-12-07', '2026-12-07', 'mailing.reminder_day'],
    ['2026-11-28', '2026-12-07', 'mailing.reminder_quiet'],
  ])('reminder %s, end %s: %s', (remindsOn, endsOn, code) => {
    const check = () => refuseBadMailingDays({ remindsOn, endsOn }, today, weekend);
    if (code) expect(check).toThrow(expect.objectContaining({ code }));
    else expect(check).not.toThrow();
  });
});

const mailing: MailingState = {
  ...{ sentOn: '2026-11-20', remindsOn: '2026-11-27', remindedOn: null, endsOn: '2026-12-04' },
};

describe('the one reminder', () => {
  it.each<[string, Partial<MailingState>, string, number, boolean]>([
    ['before its day', {}, '2026-11-26', 12, false],
    ['before its hour', {}, '2026-11-27', 8, false],
    ['on its day', {}, '2026-11-27', 9, true],
    ['on the Saturday after a missed Friday', {}, '2026-11-28', 9, false],
    ['on the Monday after a missed Friday', {}, '2026-11-30', 9, true],
    ['on the last day', {}, '2026-12-04', 9, false],
    ['where none was asked for', { remindsOn: null }, '2026-11-27', 9, false],
    ['once it left', { remindedOn: '2026-11-27' }, '2026-11-30', 9, false],
  ])('%s', (_, change, day, hour, due) => {
    expect(isReminderDue({ ...mailing, ...change }, { today: day, hour }, weekend)).toBe(due);
  });
});

describe('the addresses', () => {
  it.each<[string, Partial<MailingState>, string, string, boolean]>([
    ['wait for the reminder', {}, '2026-11-28', '2026-11-28', false],
    ['wait for one that is late', {}, '2026-12-04', '2026-11-28', false],
    ['go with the end, reminded or not', {}, '2026-12-05', '2026-11-28', true],
    [
      'stay on the day of the reminder',
      { remindedOn: '2026-11-30' },
      '2026-11-30',
      '2026-12-01',
      false,
    ],
    ['go the day after', { remindedOn: '2026-11-30' }, '2026-12-01', '2026-12-01', true],
    [
      'stay on the first day without a reminder',
      { remindsOn: null },
      '2026-11-20',
      '2026-11-21',
      false,
    ],
    ['go on the next', { remindsOn: null }, '2026-11-21', '2026-11-21', true],
  ])('%s', (_, change, day, on, gone) => {
    const state = { ...mailing, ...change };
    expect([forgetsOn(state), isForgettable(state, day)]).toEqual([on, gone]);
  });
});
