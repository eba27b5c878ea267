import { Component, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import type { AddressFilters } from './address-filters';
import { EmptyState } from './empty-state';

/**
 * A list that its filters leave empty: says how to see more.
 *
 *     <boucle-nothing-found [title]="t('…')" [filters]="filters" />
 */
@Component({
  selector: 'boucle-nothing-found',
  imports: [EmptyState],
  template: `
    <boucle-empty-state icon="search" [title]="title()" [text]="t('ui.filters.widen')">
      <button class="button" type="button" (click)="filters().clear()">
        {{ t('ui.filters.clear') }}
      </button>
    </boucle-empty-state>
  `,
})
export class NothingFound {
  readonly title = input.required<string>();
  readonly filters = input.required<Pick<AddressFilters<never>, 'clear'>>();

  protected readonly t = inject(I18n).t;
}
