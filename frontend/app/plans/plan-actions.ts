import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanActionDto } from '../../../backend/plans/plans.dto';
import { ActionRow } from '../actions/action-row';
import { CountPipe } from '../i18n/numbers';
import { I18n } from '../i18n/i18n';

/** The actions of an objective, what is late first; each can be moved to another and weighed. */
@Component({
  selector: 'boucle-plan-actions',
  imports: [ActionRow, CountPipe, RouterLink],
  template: `
    <ul class="rows">
      @for (action of actions(); track action.id) {
        <li>
          <a class="row-link" [routerLink]="['/actions', action.id]">
            <boucle-action-row [row]="action" />
          </a>
          <p class="small soft aside">
            @if (action.state === 'cancelled') {
              <span>{{ t('plans.notDone') }}</span>
            } @else {
              <span>{{ t('plans.progress.percent', { count: action.progress }) }}</span>
            }
            @if (action.weight !== 1) {
              <span>{{ t('plans.weighs', { weight: action.weight | count: 2 }) }}</span>
            }
            @if (mayPlace()) {
              <button
                class="button quiet"
                type="button"
                [attr.aria-label]="t('plans.place.open', { title: action.title })"
                (click)="place.emit(action)"
              >
                {{ t('plans.place.verb') }}
              </button>
            }
          </p>
        </li>
      } @empty {
        <li class="none soft">{{ t('plans.noAction') }}</li>
      }
    </ul>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 var(--space-4);
    }
    .aside {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: end;
      gap: var(--space-1) var(--space-3);
    }
    .none {
      padding-block: var(--space-4);
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
      .aside {
        justify-content: start;
        padding-block-end: var(--space-2);
      }
    }
  `,
})
export class PlanActions {
  readonly actions = input.required<readonly PlanActionDto[]>();
  readonly mayPlace = input(false);
  readonly place = output<PlanActionDto>();

  protected readonly t = inject(I18n).t;
}
