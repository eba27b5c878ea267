import { Component, input } from '@angular/core';
import type { ScorecardFigures as Figures } from '../../../backend/domain/scorecard';
import { ActionFigures } from './action-figures';
import { FeedbackFigures } from './feedback-figures';
import { LoopFigures } from './loop-figures';
import { SatisfactionFigures } from './satisfaction-figures';

/** What a scorecard shows of a period, published or not. */
@Component({
  selector: 'boucle-scorecard-figures',
  imports: [ActionFigures, FeedbackFigures, LoopFigures, SatisfactionFigures],
  template: `
    <boucle-loop-figures [of]="of().loop" />
    <boucle-feedback-figures [of]="of().feedback" />
    <boucle-action-figures [of]="of().actions" />
    <boucle-satisfaction-figures [of]="of().satisfaction" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-7);
    }

    @media print {
      :host {
        gap: var(--space-5);
      }
    }
  `,
})
export class ScorecardFigures {
  readonly of = input.required<Figures>();
}
