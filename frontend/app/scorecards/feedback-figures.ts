import { Component, computed, inject, input } from '@angular/core';
import { feedbackKinds, type FeedbackKind } from '../../../backend/domain/feedback';
import type { ScorecardFigures } from '../../../backend/domain/scorecard';
import { I18n } from '../i18n/i18n';
import { CountPipe } from '../i18n/numbers';

/** How many feedback of each kind, in each service that has any, with their totals. */
@Component({
  selector: 'boucle-feedback-figures',
  imports: [CountPipe],
  templateUrl: './feedback-figures.html',
})
export class FeedbackFigures {
  readonly of = input.required<ScorecardFigures['feedback']>();

  protected readonly t = inject(I18n).t;
  protected readonly kinds = feedbackKinds;
  protected readonly total = computed(() => this.of().reduce((sum, row) => sum + row.total, 0));
  protected readonly totals = computed(
    () =>
      Object.fromEntries(
        feedbackKinds.map((kind) => [
          kind,
          this.of().reduce((sum, { counts }) => sum + counts[kind], 0),
        ]),
      ) as Record<FeedbackKind, number>,
  );

  protected readonly sentence = computed(() => {
    if (this.total() === 0) return this.t('scorecards.feedback.none');
    const totals = this.totals();
    const most = feedbackKinds.reduce((a, b) => (totals[b] > totals[a] ? b : a));
    return this.t('scorecards.feedback.sentence', {
      kind: this.t(`scorecards.feedback.kind.${most}`).toLowerCase(),
      count: totals[most],
      total: this.total(),
    });
  });
}
