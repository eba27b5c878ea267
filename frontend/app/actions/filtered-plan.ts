import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

/** Says that only the actions of one plan are shown, and how to see the others. */
@Component({
  selector: 'boucle-filtered-plan',
  imports: [Icon, RouterLink],
  template: `
    <p class="row">
      <boucle-icon name="target" />
      <span>
        {{ t('actions.plan.only') }}
        @if (plan.hasValue()) {
          <a [routerLink]="['/plans', id()]">{{ plan.value().title }}</a>
        }
      </span>
      <button class="button quiet" type="button" (click)="cleared.emit()">
        {{ t('actions.plan.others') }}
      </button>
    </p>
  `,
})
export class FilteredPlan {
  readonly id = input.required<string>();
  readonly cleared = output();

  protected readonly t = inject(I18n).t;
  protected readonly plan = httpResource<PlanDto>(() => `/api/plans/${this.id()}`);
}
