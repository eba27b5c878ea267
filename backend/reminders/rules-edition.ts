import { createHash } from 'node:crypto';
import type { ReminderRules } from '../domain/reminders.js';

/** The same rules in one order, whatever the store or the wire made of it. */
export function plainRules(rules: ReminderRules): ReminderRules {
  return {
    before: [...rules.before],
    everyAfter: rules.everyAfter ?? null,
    escalation: rules.escalation.map(({ after, to }) => ({ after, to })),
    quietWeekdays: [...new Set(rules.quietWeekdays)].sort(),
    quietHolidays: rules.quietHolidays,
    quietPeriods: rules.quietPeriods.map(({ from, to }) => ({ from, to })),
    hour: rules.hour,
    restAfterReport: rules.restAfterReport,
  };
}

/** Names rules by what they say, so that whoever changes them tells from which they started. */
export function editionOf(rules: ReminderRules): string {
  return createHash('sha256')
    .update(JSON.stringify(plainRules(rules)))
    .digest('base64url');
}
