import { Component, computed, inject, input } from '@angular/core';
import type { PlanProgress as Progress } from '../../../backend/domain/plan';
import { I18n } from '../i18n/i18n';

/**
 * How far a plan has come, over what that is counted, and how much of its time is over:
 *
 *     <boucle-plan-progress [of]="plan.progress" [elapsed]="plan.elapsed" />
 */
@Component({
  selector: 'boucle-plan-progress',
  template: `
    <p>
      @if (of().percent === null) {
        {{ t('plans.progress.none') }}
      } @else {
        <strong class="number">{{ t('plans.progress.percent', { count: of().percent }) }}</strong>
        — {{ over() }}
        @if (elapsed() !== null) {
          <span class="time">{{ t('plans.progress.elapsed', { count: elapsed() }) }}</span>
        }
      }
    </p>
    @if (of().percent !== null) {
      <div class="bar" aria-hidden="true">
        <span class="done" [style.inline-size.%]="of().percent"></span>
        @if (elapsed() !== null) {
          <span class="today" [style.inset-inline-start.%]="elapsed()"></span>
        }
      </div>
    }
  `,
  styleUrl: './plan-progress.css',
})
export class PlanProgress {
  readonly of = input.required<Progress>();
  /** Per cent of the time that is over; drawn as a mark across the bar. */
  readonly elapsed = input<number | null>(null);

  protected readonly t = inject(I18n).t;

  protected readonly over = computed(() => {
    const { actions, cancelled, late } = this.of();
    return [
      this.t('plans.progress.over', { count: actions }),
      ...(cancelled > 0 ? [this.t('plans.progress.cancelled', { count: cancelled })] : []),
      ...(late > 0 ? [this.t('plans.progress.late', { count: late })] : []),
    ].join(', ');
  });
}
