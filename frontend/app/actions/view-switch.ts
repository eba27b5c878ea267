import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';

/** The ways in which the actions are seen, as the address says them; the list first. */
export const views = ['liste', 'tableau', 'frise', 'calendrier'] as const;
export type View = (typeof views)[number];

/** From one view of the actions to another, with the same filters. */
@Component({
  selector: 'boucle-view-switch',
  imports: [RouterLink],
  template: `
    <nav class="row" [attr.aria-label]="t('actions.views.name')">
      @for (view of views; track view) {
        <a
          [routerLink]="[]"
          [queryParams]="{ vue: view === 'liste' ? null : view, page: null }"
          queryParamsHandling="merge"
          [attr.aria-current]="view === current() || null"
        >
          {{ t(labels[view]) }}
        </a>
      }
    </nav>
  `,
  styles: `
    nav {
      gap: 0;
      width: fit-content;
      max-width: 100%;
      border: 1.5px solid var(--edge);
      border-radius: var(--radius);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: calc(var(--target) - 0.25rem);
      padding: var(--space-1) var(--space-4);
      border-radius: calc(var(--radius) - 2px);
      text-decoration: none;
    }
    a:hover {
      background: var(--act-wash);
    }
    a[aria-current] {
      background: var(--act);
      color: var(--on-act);
      font-weight: var(--strong);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ViewSwitch {
  readonly current = input.required<View>();

  protected readonly t = inject(I18n).t;
  protected readonly views = views;
  protected readonly labels = {
    liste: 'actions.views.list',
    tableau: 'actions.views.board.name',
    frise: 'actions.views.timeline.name',
    calendrier: 'actions.views.calendar.name',
  } as const satisfies Record<View, string>;
}
