import { Component, computed, inject, input } from '@angular/core';
import type { PlanSpending } from '../../../backend/domain/plan';
import { I18n } from '../i18n/i18n';
import { euros } from './euros';

/** What the actions of a plan cost against its budget, and how many of them say it. */
@Component({
  selector: 'boucle-plan-budget',
  template: `
    <h2>{{ t('plans.budget.title') }}</h2>
    <p>{{ engaged() }}</p>
    @if (left(); as left) {
      <p>
        <strong>{{ left }}</strong>
      </p>
    }
    <p class="small soft">
      {{ t('plans.budget.over', { count: spending().withCost, actions: spending().actions }) }}
    </p>
  `,
})
export class PlanBudget {
  readonly budget = input.required<number | null>();
  readonly spending = input.required<PlanSpending>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;

  protected readonly engaged = computed(() => {
    const budget = this.budget();
    const engaged = this.amount(this.spending().engaged);
    return budget === null
      ? this.t('plans.budget.engaged', { engaged })
      : this.t('plans.budget.engagedOf', { engaged, budget: this.amount(budget) });
  });

  protected readonly left = computed(() => {
    const budget = this.budget();
    if (budget === null) return null;
    const left = Math.round((budget - this.spending().engaged) * 100) / 100;
    const amount = this.amount(Math.abs(left));
    return this.t(left < 0 ? 'plans.budget.exceeded' : 'plans.budget.left', { amount });
  });

  private amount(value: number): string {
    return euros(value, this.i18n.locale());
  }
}
