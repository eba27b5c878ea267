import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

export type Tone = 'neutral' | 'act' | 'awaits' | 'late' | 'proved';

const signs: Record<Tone, IconName | null> = {
  neutral: null,
  act: 'arrow-right',
  awaits: 'clock',
  late: 'triangle-alert',
  proved: 'check',
};

/**
 * A state, by a sign AND a word: colour alone says nothing to many.
 *
 *     <boucle-tag tone="late">{{ 'actions.late' | t }}</boucle-tag>
 *     <boucle-tag icon="ban">{{ 'domain.feedbackState.dismissed' | t }}</boucle-tag>
 */
@Component({
  selector: 'boucle-tag',
  imports: [Icon],
  template: `@if (sign(); as sign) {
      <boucle-icon [name]="sign" />
    }
    <ng-content />`,
  styleUrl: './tag.css',
  host: { '[class]': 'tone()' },
})
export class Tag {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<IconName>();

  protected readonly sign = computed(() => this.icon() ?? signs[this.tone()]);
}
