import type { ReminderRules } from '../../../backend/domain/reminders';
import type { Dates } from '../i18n/dates';
import type { I18n } from '../i18n/i18n';

/** A Sunday, from which the names of the weekdays are taken. */
const sunday = Date.UTC(2026, 10, 22);

/** « lundi », whose number is 1. */
export function weekdayName(weekday: number, locale: string): string {
  const day = new Date(sunday + weekday * 86_400_000);
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day);
}

/** What the rules do, as one would say it. */
export function rulesInWords(rules: ReminderRules, { t, locale }: I18n, dates: Dates): string[] {
  const list = (parts: string[]) => new Intl.ListFormat(locale()).format(parts);
  const days = (count: number) => t('reminderRules.say.days', { count });
  const ahead = rules.before.filter((day) => day < 0).map((day) => days(-day));
  const { everyAfter } = rules;
  const steps = [
    ...(ahead.length > 0 ? [t('reminderRules.say.before', { days: list(ahead) })] : []),
    ...(rules.before.includes(0) ? [t('reminderRules.say.onTheDay')] : []),
    ...(everyAfter === 1 ? [t('reminderRules.say.daily')] : []),
    ...(everyAfter === 7 ? [t('reminderRules.say.weekly')] : []),
    ...(everyAfter && everyAfter !== 1 && everyAfter !== 7
      ? [t('reminderRules.say.every', { count: everyAfter })]
      : []),
  ];
  const quiet = [
    ...rules.quietWeekdays
      // The week starts on Monday.
      .toSorted((one, other) => ((one + 6) % 7) - ((other + 6) % 7))
      .map((day) => t('reminderRules.say.weekday', { day: weekdayName(day, locale()) })),
    ...(rules.quietHolidays ? [t('reminderRules.say.holidays')] : []),
    ...rules.quietPeriods.map(({ from, to }) =>
      t('reminderRules.say.period', { from: dates.day(from, 'full'), to: dates.day(to, 'full') }),
    ),
  ];
  const { restAfterReport, hour } = rules;
  return [
    steps.length > 0
      ? t('reminderRules.say.owner', { steps: steps.join(', ') })
      : t('reminderRules.say.ownerNever'),
    ...rules.escalation.map(({ after, to }) =>
      t('reminderRules.say.after', { days: days(after), who: t(`reminderRules.say.who.${to}`) }),
    ),
    ...(rules.escalation.length > 0 ? [] : [t('reminderRules.say.noEscalation')]),
    quiet.length > 0
      ? t('reminderRules.say.quiet', { days: list(quiet) })
      : t('reminderRules.say.noQuiet'),
    t('reminderRules.say.hour', { hour }),
    ...(restAfterReport > 0 ? [t('reminderRules.say.rest', { count: restAfterReport })] : []),
  ];
}
