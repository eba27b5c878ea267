import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';

/**
 * The place that the matter will take. Nothing shows during the first 200 ms, so that what is quick
 * does not flicker.
 *
 *     @else { <boucle-loading [rows]="6" /> }
 */
@Component({
  selector: 'boucle-loading',
  template: `
    <span class="visually-hidden" role="status">{{ t('ui.loading') }}</span>
    @for (line of lines(); track $index) {
      <span class="line" [style.inline-size.%]="line"></span>
    }
  `,
  styleUrl: './loading.css',
  host: { 'aria-busy': 'true' },
})
export class Loading {
  readonly rows = input(4);

  protected readonly t = inject(I18n).t;
  /** Uneven on purpose: it must look like words that are coming. */
  protected readonly lines = computed(() =>
    Array.from({ length: this.rows() }, (_, row) => [92, 78, 85, 64, 88, 71][row % 6]),
  );
}
