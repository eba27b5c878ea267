import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RemedyDto } from '../../../backend/analyses/analyses.dto';
import { I18n } from '../i18n/i18n';
import { ActionState } from './action-state';

/** What was done about what was measured: the actions that came of it. */
@Component({
  selector: 'boucle-born-actions',
  imports: [ActionState, RouterLink],
  template: `
    @if (actions().length > 0) {
      <p>{{ t('actions.born', { count: actions().length }) }}</p>
      <ul class="stack tight">
        @for (action of actions(); track action.id) {
          <li class="row">
            <a [routerLink]="['/actions', action.id]">{{ action.title }}</a>
            <boucle-action-state class="small" [state]="action.state" />
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    :host:empty {
      display: none;
    }
    a {
      overflow-wrap: anywhere;
    }
  `,
})
export class BornActions {
  readonly actions = input.required<readonly RemedyDto[]>();

  protected readonly t = inject(I18n).t;
}
