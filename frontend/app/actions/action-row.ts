import { Component, computed, inject, input } from '@angular/core';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import type { ConsequenceDto } from '../../../backend/feedback/feedback.dto';
import { I18n } from '../i18n/i18n';
import { Tag } from '../ui/tag';
import { ActionState } from './action-state';
import { DueDate } from './due-date';

/** What the row of a list says of an action; the link around it is the list's. */
@Component({
  selector: 'boucle-action-row',
  imports: [ActionState, DueDate, Tag],
  template: `
    <span class="row-title">{{ row().title }}</span>
    <span class="row small soft">
      <boucle-action-state [state]="row().state" [verdict]="row().verdict" />
      <boucle-due-date brief [action]="row()" />
      @if (row().recurrences; as count) {
        <boucle-tag icon="rotate-cw" tone="late">{{
          t('actions.effect.again.sign', { count })
        }}</boucle-tag>
      }
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

  protected readonly t = inject(I18n).t;
  protected readonly unit = computed(() => {
    const row = this.row();
    return 'unit' in row ? row.unit : null;
  });
}
