import { Component, computed, inject, input } from '@angular/core';
import type { DrawnDto } from '../../../backend/action-views/action-views.dto';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';

/** Says how much of what the filters let through is drawn, where it is not all. */
@Component({
  selector: 'boucle-drawn-part',
  template: `@if (words(); as words) {
    <p role="status">{{ words }}</p>
  }`,
})
export class DrawnPart {
  readonly drawn = input.required<DrawnDto>();

  private readonly t = inject(I18n).t;
  private readonly numbers = inject(Numbers);

  protected readonly words = computed(() => {
    const { items, seen } = this.drawn();
    if (items.length >= seen) return null;
    const shown = this.numbers.count(items.length);
    return this.t('actions.views.part', { shown, all: this.numbers.count(seen) });
  });
}
