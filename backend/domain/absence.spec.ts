import { describe, expect, it } from '@jest/globals';
import { absenceStanding, refuseBadAbsence } from './absence.js';

describe('a holiday', () => {
  it.each([
    ['2026-08-03', '2026-08-03', null],
    ['2026-08-03', '2026-08-14', null],
    ['2026-08-03', '2027-08-03', null],
    ['2026-08-03', '2026-08-02', 'absence.ends_before_start'],
    ['2026-08-03', '2027-08-04', 'absence.too_long'],
  ])('from %s to %s: %s', (from, until, code) => {
    const refuse = () => refuseBadAbsence({ from, until });
    if (code) expect(refuse).toThrow(code);
    else expect(refuse).not.toThrow();
  });

  it.each([
    ['2026-08-02', 'coming'],
    ['2026-08-03', 'now'],
    ['2026-08-14', 'now'],
    ['2026-08-15', 'over'],
  ])('on %s is %s', (today, standing) => {
    expect(absenceStanding({ from: '2026-08-03', until: '2026-08-14' }, today)).toBe(standing);
  });
});
