import { Component, computed, inject, input } from '@angular/core';
import { fewestAnswersShown, type Satisfaction } from '../../../backend/domain/satisfaction';
import { I18n } from '../i18n/i18n';
import { Numbers, SharePipe } from '../i18n/numbers';

/**
 * A satisfaction share with its 95 % interval and its n, on a strip from 0 to 100 %, and the
 * sentence that says it. Under five answers nothing is shown but their number.
 *
 *     <boucle-interval [of]="campaign.satisfaction" />
 *     <boucle-interval [of]="indicator.overall" [target]="indicator.target" />
 *     <boucle-interval [of]="row.satisfaction" strip />      the strip alone, in a table that says the figures
 */
@Component({
  selector: 'boucle-interval',
  imports: [SharePipe],
  templateUrl: './interval.html',
  styleUrl: './interval.css',
})
export class Interval {
  readonly of = input.required<Satisfaction>();
  /** The share aimed at, 0 to 1. */
  readonly target = input<number | null>(null);
  readonly strip = input(false, { transform: (value: unknown) => value !== false });

  protected readonly t = inject(I18n).t;
  private readonly percent = inject(Numbers);

  protected readonly shown = computed(() => {
    const satisfaction = this.of();
    return satisfaction.shown ? satisfaction : null;
  });

  protected readonly sentence = computed(() => {
    const satisfaction = this.of();
    const count = satisfaction.n;
    if (!satisfaction.shown)
      return this.t('ui.interval.tooFew', { count, fewest: fewestAnswersShown });
    return this.t('ui.interval.sentence', {
      count,
      share: this.percent.share(satisfaction.share),
      low: this.percent.share(satisfaction.interval.low),
      high: this.percent.share(satisfaction.interval.high),
    });
  });
}
