import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** From the actions of one plan to the plan itself. */
@Component({
  selector: 'boucle-filtered-plan',
  imports: [Icon, RouterLink],
  template: `
    @if (mayRead) {
      <p class="no-print">
        <a [routerLink]="['/plans', id()]">
          <boucle-icon name="target" /> {{ t('actions.plan.open') }}
        </a>
      </p>
    }
  `,
})
export class FilteredPlan {
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly mayRead = inject(Session).may('plan.read');
}
