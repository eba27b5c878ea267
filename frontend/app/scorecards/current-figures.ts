import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { Day } from '../../../backend/domain/days';
import type { ScorecardFigures as Figures } from '../../../backend/domain/scorecard';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Loading } from '../ui/loading';
import { ScorecardFigures } from './scorecard-figures';

/** The figures of a period as they stand now. */
@Component({
  selector: 'boucle-current-figures',
  imports: [ErrorState, Loading, ScorecardFigures],
  template: `
    @if (reversed()) {
      <p class="soft">{{ t('scorecards.publish.reversed') }}</p>
    } @else if (figures.error(); as error) {
      <boucle-error-state [error]="error" (retry)="figures.reload()" />
    } @else if (figures.hasValue()) {
      <boucle-scorecard-figures [of]="figures.value()" />
    } @else {
      <boucle-loading [rows]="6" />
    }
  `,
})
export class CurrentFigures {
  readonly from = input.required<Day>();
  readonly to = input.required<Day>();

  protected readonly t = inject(I18n).t;
  protected readonly reversed = computed(() => this.to() < this.from());
  protected readonly figures = httpResource<Figures>(() =>
    this.from() && this.to() && !this.reversed()
      ? { url: '/api/scorecards/current', params: { from: this.from(), to: this.to() } }
      : undefined,
  );
}
