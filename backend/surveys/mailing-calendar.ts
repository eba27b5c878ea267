import type { EntityManager } from 'typeorm';
import type { Tenant } from '../database/tenancy.js';
import type { Day } from '../domain/days.js';
import { isQuiet } from '../domain/reminders.js';
import { calendarIn } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';

/** Which day and hour it is there, and on which days the organisation writes to nobody. */
export interface MailingCalendar {
  today: Day;
  hour: number;
  isQuiet: (day: Day) => boolean;
}

/** The public is left in peace on the days that the organisation's own rules keep quiet. */
export async function mailingCalendar(
  tx: EntityManager,
  { organizationId: id }: Tenant,
  now: Date,
): Promise<MailingCalendar> {
  const organization = await tx.findOneByOrFail(Organization, { id });
  const { today, hour, isHoliday } = calendarIn(organization, now);
  return { today, hour, isQuiet: (day) => isQuiet(day, organization.reminderRules, isHoliday) };
}
