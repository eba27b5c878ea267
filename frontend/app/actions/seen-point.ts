import { Component, computed, inject, input } from '@angular/core';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Interval } from '../ui/interval';
import type { Seen } from './seen';

/** What was measured and calls for an action, drawn small above its form. */
@Component({
  selector: 'boucle-seen-point',
  imports: [Interval],
  template: `
    <p>{{ t('actions.seen.' + of().kind, { name: of().name }) }}</p>
    <div class="point">
      <p class="soft">{{ t('actions.seen.question', { question: of().question }) }}</p>
      @if (place(); as place) {
        <p class="place">{{ place }}</p>
      }
      @if (of().satisfaction; as satisfaction) {
        <boucle-interval [of]="satisfaction" [target]="of().target" />
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .point {
      display: grid;
      gap: var(--space-2);
      max-width: 34rem;
      padding-inline-start: var(--space-4);
      border-inline-start: 3px solid var(--line);
    }
    .place {
      font-weight: var(--strong);
    }
  `,
})
export class SeenPoint {
  readonly of = input.required<Seen>();

  protected readonly t = inject(I18n).t as (key: string, gaps?: object) => string;
  private readonly dates = inject(Dates);

  protected readonly place = computed(() => {
    const { unit, month } = this.of();
    return unit?.name ?? (month && this.dates.day(month, 'month'));
  });
}
