import { Component, computed, inject, input } from '@angular/core';
import type { ActionFigures as Figures } from '../../../backend/domain/scorecard';
import { I18n } from '../i18n/i18n';
import { CountPipe } from '../i18n/numbers';

const outcomes = ['doneOnTime', 'doneLate', 'late', 'notYetDue'] as const;

/** What became of the actions that were due in the period; the cancelled ones are apart. */
@Component({
  selector: 'boucle-action-figures',
  imports: [CountPipe],
  templateUrl: './action-figures.html',
  styleUrl: './action-figures.css',
})
export class ActionFigures {
  readonly of = input.required<Figures>();

  protected readonly t = inject(I18n).t;
  protected readonly outcomes = outcomes;

  protected readonly sentence = computed(() => {
    const { due, doneOnTime, late } = this.of();
    if (due === 0) return this.t('scorecards.actions.none');
    return this.t('scorecards.actions.sentence', {
      count: due,
      onTime: this.t('scorecards.actions.onTime', { count: doneOnTime }),
      late: this.t('scorecards.actions.behind', { count: late }),
    });
  });
}
