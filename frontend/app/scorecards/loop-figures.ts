import { Component, computed, inject, input } from '@angular/core';
import type { ScorecardFigures } from '../../../backend/domain/scorecard';
import { threadPoints } from '../../../backend/domain/thread';
import { I18n } from '../i18n/i18n';
import { CountPipe } from '../i18n/numbers';

/** How many feedback stand at each point of the thread. */
@Component({
  selector: 'boucle-loop-figures',
  imports: [CountPipe],
  templateUrl: './loop-figures.html',
  styleUrl: './loop-figures.css',
})
export class LoopFigures {
  readonly of = input.required<ScorecardFigures['loop']>();

  protected readonly t = inject(I18n).t;
  protected readonly points = threadPoints;
  protected readonly total = computed(() =>
    threadPoints.reduce((sum, point) => sum + this.of()[point], 0),
  );

  protected readonly sentence = computed(() => {
    if (this.total() === 0) return this.t('scorecards.loop.none');
    const answered = this.t('scorecards.loop.answered', { count: this.of().answer });
    return this.t('scorecards.loop.sentence', { count: this.total(), answered });
  });
}
