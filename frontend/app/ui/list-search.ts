import { Component, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import type { AddressFilters } from './address-filters';
import { SearchBox } from './search-box';

/**
 * Searches in a list, and takes all its filters out; what else shapes the list stands before it.
 *
 *     <boucle-list-search [label]="t('…')" [filters]="filters" />
 */
@Component({
  selector: 'boucle-list-search',
  imports: [SearchBox],
  template: `
    <ng-content />
    <boucle-search-box
      [label]="label()"
      [value]="filters().values().q ?? ''"
      (asked)="filters().choose('q', $event, { replaceUrl: true })"
    />
    @if (filters().narrowed()) {
      <button class="button quiet" type="button" (click)="filters().clear()">
        {{ t('ui.filters.clear') }}
      </button>
    }
  `,
  host: { class: 'row' },
})
export class ListSearch {
  readonly label = input.required<string>();
  readonly filters = input.required<AddressFilters<'q'>>();

  protected readonly t = inject(I18n).t;
}
