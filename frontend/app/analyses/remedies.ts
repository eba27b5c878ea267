import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RemedyDto } from '../../../backend/analyses/analyses.dto';
import { I18n } from '../i18n/i18n';

/** What was done about a cause. */
@Component({
  selector: 'boucle-remedies',
  imports: [RouterLink],
  template: `
    @for (action of actions(); track action.id) {
      <p class="small">
        {{ t('analyses.cause.action') }}
        <a [routerLink]="['/actions', action.id]">{{ action.title }}</a>
        ({{ t('domain.actionState.' + action.state) }})
      </p>
    }
  `,
})
export class Remedies {
  readonly actions = input.required<readonly RemedyDto[]>();

  protected readonly t = inject(I18n).t as (key: string) => string;
}
