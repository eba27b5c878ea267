import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import { I18n } from '../i18n/i18n';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { Indicator } from './indicator';

/** `/indicateurs`: what is measured. */
@Component({
  selector: 'boucle-indicator-list',
  imports: [EmptyState, ErrorState, Heading, Indicator, Loading],
  template: `
    <boucle-heading [title]="t('indicators.title')" [lead]="t('indicators.lead')" />
    @if (list.error(); as error) {
      <boucle-error-state [error]="error" (retry)="list.reload()" />
    } @else if (list.hasValue()) {
      <div class="stack loose">
        @for (indicator of list.value(); track indicator.id) {
          <boucle-indicator [of]="indicator" />
        } @empty {
          <boucle-empty-state
            icon="chart-line"
            [title]="t('indicators.empty')"
            [text]="t('indicators.emptyText')"
          />
        }
      </div>
    } @else {
      <boucle-loading [rows]="6" />
    }
  `,
})
export class IndicatorList {
  protected readonly t = inject(I18n).t;
  protected readonly list = httpResource<IndicatorDto[]>(() => '/api/indicators');
}
