import { Component, computed, inject, input, output } from '@angular/core';
import type { Day } from '../../../backend/domain/days';
import { I18n } from '../i18n/i18n';
import { periodOf } from './due-period';

/** The two days of a period that somebody chose themselves; either may be left open. */
@Component({
  selector: 'boucle-own-period',
  template: `
    <label>
      {{ t('actions.views.period.from') }}
      <input
        type="date"
        #from
        [value]="days().dueFrom ?? ''"
        (change)="say(from.value, to.value)"
      />
    </label>
    <label>
      {{ t('actions.views.period.to') }}
      <input type="date" #to [value]="days().dueTo ?? ''" (change)="say(from.value, to.value)" />
    </label>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
    }
    input {
      width: auto;
    }
  `,
  host: { role: 'group', '[attr.aria-label]': "t('actions.filter.due.name')" },
})
export class OwnPeriod {
  /** As it stands in the address. */
  readonly value = input.required<string>();
  readonly chosen = output<string>();

  protected readonly t = inject(I18n).t;
  protected readonly days = computed(() => periodOf(this.value(), ''));

  /** Two empty days say nothing: the filter goes. */
  protected say(from: Day, to: Day): void {
    this.chosen.emit(from || to ? `${from}_${to}` : '');
  }
}
