import { Component, computed, inject, input } from '@angular/core';
import { mostReasonsShown, smileys } from '../../../backend/domain/satisfaction';
import type { CampaignDto } from '../../../backend/surveys/surveys.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

/** Why people chose a face in a campaign, in their words: what went wrong comes first. */
@Component({
  selector: 'boucle-reasons',
  imports: [Icon],
  templateUrl: './reasons.html',
  styleUrl: './reasons.css',
})
export class Reasons {
  readonly of = input.required<CampaignDto>();

  protected readonly t = inject(I18n).t;
  protected readonly faces = { good: 'smile', medium: 'meh', bad: 'frown' } as const;
  protected readonly most = mostReasonsShown;

  protected readonly groups = computed(() =>
    smileys.toReversed().flatMap((smiley) => {
      const given = this.of().reasons.filter((reason) => reason.smiley === smiley);
      return given.length > 0 ? [{ smiley, comments: given.map(({ comment }) => comment) }] : [];
    }),
  );
}
