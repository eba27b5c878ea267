import { Component, computed, inject, input } from '@angular/core';
import { fewestAnswersShown } from '../../../backend/domain/satisfaction';
import type { ScorecardFigures } from '../../../backend/domain/scorecard';
import { I18n } from '../i18n/i18n';
import { Interval } from '../ui/interval';
import { SatisfactionTable } from '../ui/satisfaction-table';

/** The share of satisfied people, all together and service by service. */
@Component({
  selector: 'boucle-satisfaction-figures',
  imports: [Interval, SatisfactionTable],
  template: `
    <section class="stack" aria-labelledby="satisfaction">
      <h2 id="satisfaction">{{ t('scorecards.satisfaction.title') }}</h2>
      @if (overall(); as overall) {
        <boucle-interval class="overall" [of]="overall" />
      } @else {
        <p>{{ t('scorecards.satisfaction.none') }}</p>
      }
      @if (rows().length > 0) {
        <boucle-satisfaction-table
          [caption]="t('scorecards.satisfaction.caption')"
          [of]="t('scorecards.unit')"
          [rows]="rows()"
        />
        <p class="small soft">{{ t('scorecards.satisfaction.tooFew', { fewest }) }}</p>
      }
    </section>
  `,
  styles: `
    .overall {
      max-width: 46rem;
    }
  `,
})
export class SatisfactionFigures {
  readonly of = input.required<ScorecardFigures['satisfaction']>();

  protected readonly t = inject(I18n).t;
  protected readonly fewest = fewestAnswersShown;
  protected readonly overall = computed(
    () => this.of().find(({ unit }) => unit === null)?.satisfaction ?? null,
  );
  protected readonly rows = computed(() =>
    this.of().flatMap(({ unit, satisfaction }) =>
      unit === null ? [] : [{ name: unit, satisfaction }],
    ),
  );
}
