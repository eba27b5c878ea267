import { Component, inject, input } from '@angular/core';
import type { DeferralToDecideDto } from '../../../backend/actions/deferrals.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';

/** What the row of a list says of a request for a later due date; the link around it is the list's. */
@Component({
  selector: 'boucle-deferral-row',
  template: `
    <span class="row-title">{{ row().action.title }}</span>
    <span class="row small soft">
      <strong>{{ t('actions.deferral.row', { from: day(row().from), to: day(row().to) }) }}</strong>
      <span>{{ t('actions.deferral.askedBy', { name: row().askedBy.name }) }}</span>
      <span>{{ row().unit.name }}</span>
    </span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .row-title {
      overflow-wrap: anywhere;
    }
  `,
})
export class DeferralRow {
  readonly row = input.required<DeferralToDecideDto>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);

  protected day(iso: string): string {
    return this.dates.day(iso, 'short');
  }
}
