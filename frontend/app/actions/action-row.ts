import { Component, computed, input } from '@angular/core';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import type { ConsequenceDto } from '../../../backend/feedback/feedback.dto';
import { ActionState } from './action-state';
import { DueDate } from './due-date';

/** What the row of a list says of an action; the link around it is the list's. */
@Component({
  selector: 'boucle-action-row',
  imports: [ActionState, DueDate],
  template: `
    <span class="row-title">{{ row().title }}</span>
    <span class="row small soft">
      <boucle-action-state [state]="row().state" [verdict]="row().verdict" />
      <boucle-due-date brief [action]="row()" />
      <span>{{ row().owner.name }}</span>
      @if (unit(); as unit) {
        <span>{{ unit.name }}</span>
      }
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
export class ActionRow {
  readonly row = input.required<ConsequenceDto | ActionSummaryDto>();

  protected readonly unit = computed(() => {
    const row = this.row();
    return 'unit' in row ? row.unit : null;
  });
}
