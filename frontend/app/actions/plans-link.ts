import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';

/** The way to the plans that gather the actions. */
@Component({
  selector: 'boucle-plans-link',
  imports: [Icon, RouterLink],
  template: `
    @if (mayRead) {
      <a class="button quiet" routerLink="/plans">
        <boucle-icon name="target" /> {{ t('actions.plan.all') }}
      </a>
    }
  `,
})
export class PlansLink {
  protected readonly t = inject(I18n).t;
  protected readonly mayRead = inject(Session).may('plan.read');
}
