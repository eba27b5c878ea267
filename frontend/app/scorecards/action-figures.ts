import { Component, computed, inject, input } from '@angular/core';
import type { ActionFigures as Figures } from '../../../backend/domain/scorecard';
import { I18n } from '../i18n/i18n';
import { CountPipe } from '../i18n/numbers';

const outcomes = ['doneOnTime', 'doneLate', 'late', 'notYetDue', 'cancelled'] as const;

/** What became of the actions that were due in the period; a cancelled one is one that is not done. */
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

  /** Over what each is counted. */
  protected readonly total = computed(() => this.of().due + this.of().cancelled);

  protected readonly sentence = computed(() => {
    const { doneOnTime, late } = this.of();
    if (this.total() === 0) return this.t('scorecards.actions.none');
    return this.t('scorecards.actions.sentence', {
      count: this.total(),
      onTime: this.t('scorecards.actions.onTime', { count: doneOnTime }),
      late: this.t('scorecards.actions.behind', { count: late }),
    });
  });
}
