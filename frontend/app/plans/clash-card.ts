import { Component, inject, input, output } from '@angular/core';
import type { PersonDto } from '../../../backend/people/people.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import type { FilterOption } from '../ui/filter-sentence';
import type { Clash } from './clash';
import type { PlanWords } from './plan-words';

/** Two people changed a plan at once: what they wrote is shown beside mine, and one is chosen. */
@Component({
  selector: 'boucle-clash-card',
  templateUrl: './clash-card.html',
})
export class ClashCard {
  readonly clash = input.required<Clash>();
  readonly mine = input.required<PlanWords>();
  readonly units = input.required<readonly FilterOption[]>();
  readonly people = input.required<readonly PersonDto[]>();
  readonly chosen = output<{ name: keyof PlanWords; whose: 'mine' | 'theirs' }>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);

  protected tell(name: keyof PlanWords, words: PlanWords): string {
    const none = this.t('plans.clash.nothing');
    switch (name) {
      case 'objectives':
        return words.objectives.map(({ wording }) => wording).join('\n') || none;
      case 'unitId':
        return (
          this.units()
            .find(({ value }) => value === words.unitId)
            ?.label.trim() ?? none
        );
      case 'pilotId':
        return this.people().find(({ id }) => id === words.pilotId)?.name ?? none;
      case 'fromDay':
      case 'toDay':
        return words[name] ? this.dates.day(words[name], 'full') : none;
      default:
        return words[name] || none;
    }
  }
}
