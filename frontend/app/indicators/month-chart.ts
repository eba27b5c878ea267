import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeasurementDto } from '../../../backend/indicators/indicators.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { Icon } from '../ui/icon';
import { withoutGaps } from './change';

/**
 * Shares month by month: dots joined by a line, each with its interval and its n, and the target.
 * Laid out in columns rather than drawn to scale, so that its words keep their size on a phone.
 */
@Component({
  selector: 'boucle-month-chart',
  templateUrl: './month-chart.html',
  styleUrl: './month-chart.css',
  imports: [Icon, RouterLink],
})
export class MonthChart {
  readonly months = input.required<readonly MeasurementDto[]>();
  /** The share aimed at, 0 to 1. */
  readonly target = input.required<number>();
  /** What it shows, for those who listen. */
  readonly label = input.required<string>();
  /** The indicator, for whoever may open an action from one of its points. */
  readonly actOn = input<string | null>(null);

  private readonly i18n = inject(I18n);
  private readonly dates = inject(Dates);
  protected readonly t = this.i18n.t;
  protected readonly numbers = inject(Numbers);

  /** The marks of the scale, but for one that the target's own would cover. */
  protected readonly marks = computed(() =>
    [1, 0.5, 0].filter((mark) => Math.abs(mark - this.target()) > 0.12),
  );

  protected readonly columns = computed(() => {
    const months = withoutGaps(this.months());
    const last = months.findLast(({ satisfaction }) => satisfaction.shown);
    return months.map((month) => ({
      ...month,
      shown: month.satisfaction.shown ? month.satisfaction : null,
      short: this.name(month.period, 'short'),
      narrow: this.name(month.period, 'narrow'),
      whole: this.dates.day(month.period, 'month'),
      last: month === last,
    }));
  });

  /** Joins the months that follow each other; a month that isn't shown breaks the line. */
  protected readonly line = computed(() => {
    let pen = 'M';
    const steps = this.columns().map(({ shown }, at) => {
      if (!shown) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${at + 0.5} ${1 - shown.share}`;
      pen = 'L';
      return step;
    });
    return steps.join('');
  });

  private name(period: string, month: 'short' | 'narrow'): string {
    const format = new Intl.DateTimeFormat(this.i18n.locale(), { month, timeZone: 'UTC' });
    return format.format(new Date(`${period}-01T00:00:00Z`));
  }
}
