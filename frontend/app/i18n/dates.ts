import { Pipe, Service, inject, type PipeTransform } from '@angular/core';
import { dayIn, daysBetween, type Day } from '../../../backend/domain/days';
import { dayInWords } from '../../../backend/domain/languages';
import { I18n } from './i18n';

export type DayStyle = 'long' | 'short' | 'full' | 'month';

/** Days and instants in the reader's words: « mardi 24 novembre », « il y a 3 jours ». */
@Service()
export class Dates {
  private readonly i18n = inject(I18n);

  /**
   * `long` « mardi 24 novembre », `short` « 24 nov. », `full` « 24 novembre 2026 » for what is
   * printed or frozen, `month` « novembre 2026 »; else the year is said when it is not this one. Takes an ISO day (no time zone can shift it), an instant or a month.
   */
  day(iso: string, style: DayStyle = 'long', today = new Date()): string {
    const floating = iso.length <= 10;
    const date = new Date(floating ? `${iso.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z` : iso);
    const thisYear =
      (floating ? date.getUTCFullYear() : date.getFullYear()) === today.getFullYear();
    const year = thisYear && (style === 'long' || style === 'short') ? undefined : 'numeric';
    return dayInWords(this.i18n.locale(), date, {
      ...(style === 'long' && { weekday: 'long' }),
      ...(style !== 'month' && { day: 'numeric' }),
      month: style === 'short' ? 'short' : 'long',
      year,
      ...(floating && { timeZone: 'UTC' }),
    });
  }

  /** « mardi 24 novembre à 14:05 ». */
  moment(iso: string, today = new Date()): string {
    const time = new Intl.DateTimeFormat(this.i18n.locale(), {
      hour: '2-digit',
      minute: '2-digit',
    });
    return this.i18n.t('dates.moment', {
      day: this.day(iso, 'long', today),
      time: time.format(new Date(iso)),
    });
  }

  /** The day that it is here. */
  today(now = new Date()): Day {
    return dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, now);
  }

  /** « aujourd’hui », « demain », « il y a 3 jours »: calendar days from today. */
  near(day: Day, today: Day): string {
    const words = new Intl.RelativeTimeFormat(this.i18n.locale(), { numeric: 'auto' });
    return words.format(daysBetween(today, day.slice(0, 10)), 'day');
  }

  /**
   * « il reste 3 jours ouvrés », « en retard de 2 jours ouvrés »: working days left, or past. What ran
   * out at the weekend is late before a working day has gone by.
   */
  deadline(workingDaysLeft: number, late = workingDaysLeft < 0): string {
    if (workingDaysLeft === 0) return this.i18n.t(late ? 'dates.lateNow' : 'dates.dueToday');
    const count = Math.abs(workingDaysLeft);
    return this.i18n.t(workingDaysLeft > 0 ? 'dates.left' : 'dates.late', { count });
  }
}

/** `{{ action.dueOn | day }}`, `{{ step.at | day: 'short' }}`. */
@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly dates = inject(Dates);

  transform(iso: string, style?: DayStyle): string {
    return this.dates.day(iso, style);
  }
}

/** `{{ answer.at | moment }}`. */
@Pipe({ name: 'moment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly dates = inject(Dates);

  transform(iso: string): string {
    return this.dates.moment(iso);
  }
}
