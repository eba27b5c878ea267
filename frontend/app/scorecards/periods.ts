import { Service, inject } from '@angular/core';
import { dayIn, type Day } from '../../../backend/domain/days';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import type { Quarter } from './quarter';

/** Periods in the reader's words. */
@Service()
export class Periods {
  private readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);

  today(now = new Date()): Day {
    return dayIn(new Intl.DateTimeFormat().resolvedOptions().timeZone, now);
  }

  /** « Du 1er juillet 2026 au 30 septembre 2026 ». */
  span(from: Day, to: Day): string {
    return this.t('scorecards.period', {
      from: this.dates.day(from, 'full'),
      to: this.dates.day(to, 'full'),
    });
  }

  /** « 3e trimestre 2026 ». */
  quarter({ rank, year }: Quarter): string {
    return this.t(rank === 1 ? 'scorecards.quarterFirst' : 'scorecards.quarter', { rank, year });
  }
}
