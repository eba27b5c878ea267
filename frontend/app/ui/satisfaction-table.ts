import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { fewestAnswersShown, type Satisfaction } from '../../../backend/domain/satisfaction';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { Icon } from './icon';
import { Interval } from './interval';

export interface SatisfactionRow {
  name: string;
  satisfaction: Satisfaction;
  /** Where whoever may act upon it goes. */
  act?: { link: string; params: Record<string, string> };
}

/**
 * Several shares with their intervals and their n, one under the other, so that they compare:
 *
 *     <boucle-satisfaction-table [caption]="t('…')" [of]="t('…')" [rows]="rows()" />
 */
@Component({
  selector: 'boucle-satisfaction-table',
  imports: [Icon, Interval, RouterLink],
  templateUrl: './satisfaction-table.html',
  styleUrl: './satisfaction-table.css',
})
export class SatisfactionTable {
  readonly caption = input.required<string>();
  /** What the rows are: services, months. */
  readonly of = input.required<string>();
  readonly rows = input.required<readonly SatisfactionRow[]>();

  protected readonly t = inject(I18n).t;
  protected readonly numbers = inject(Numbers);
  protected readonly fewest = fewestAnswersShown;
  protected readonly acts = computed(() => this.rows().some(({ act }) => act));
}
