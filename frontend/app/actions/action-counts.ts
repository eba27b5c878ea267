import { Component, computed, inject, input } from '@angular/core';
import type { ActionFigures } from '../../../backend/domain/action-figures';
import { I18n } from '../i18n/i18n';

/** How many are done of how many, and how long they took: the same line above each view. */
@Component({
  selector: 'boucle-action-counts',
  template: `<p class="small soft">{{ words() }}</p>`,
})
export class ActionCounts {
  readonly counts = input.required<ActionFigures>();

  private readonly t = inject(I18n).t;

  protected readonly words = computed(() => {
    const { total, finished, byState, late, medianDays, measured } = this.counts();
    const cancelled = byState.cancelled;
    const parts = [
      this.t('actions.views.counts.finished', { count: finished, total }) +
        (cancelled > 0 ? ` ${this.t('actions.views.counts.cancelled', { count: cancelled })}` : ''),
    ];
    if (late > 0) parts.push(this.t('actions.views.counts.late', { count: late }));
    if (medianDays !== null) {
      const days = this.t('actions.views.counts.days', { count: medianDays });
      parts.push(this.t('actions.views.counts.median', { days, count: measured }));
    }
    return parts.join(' · ');
  });
}
