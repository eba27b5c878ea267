import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionPlanDto } from '../../../backend/actions/programmes.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

/** The plan that an action is part of, and what it serves there. */
@Component({
  selector: 'boucle-part-of-plan',
  imports: [Icon, RouterLink],
  template: `
    @if (plan(); as plan) {
      <p class="row">
        <boucle-icon name="target" />
        <span>
          {{ t('actions.plan.part') }}
          <a [routerLink]="['/plans', plan.id]">{{ plan.title }}</a>
          @if (plan.objective; as objective) {
            <span class="soft">— {{ objective }}</span>
          }
        </span>
      </p>
    }
  `,
  styles: `
    .row {
      flex-wrap: nowrap;
      align-items: start;
    }
    boucle-icon {
      margin-block-start: 0.2rem;
    }
  `,
})
export class PartOfPlan {
  readonly plan = input.required<ActionPlanDto | null>();

  protected readonly t = inject(I18n).t;
}
