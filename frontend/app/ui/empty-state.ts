import { Component, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icons';

/**
 * Nothing here yet: says what will come, and offers the first step.
 *
 *     <boucle-empty-state icon="inbox" [title]="t('…')" [text]="t('…')">
 *       <a class="button primary" routerLink="/fiches/nouvelle">…</a>
 *     </boucle-empty-state>
 */
@Component({
  selector: 'boucle-empty-state',
  imports: [Icon],
  template: `
    <boucle-icon [name]="icon()" />
    <p class="title">{{ title() }}</p>
    @if (text(); as text) {
      <p class="soft">{{ text }}</p>
    }
    <div class="buttons"><ng-content /></div>
  `,
  styleUrl: './empty-state.css',
})
export class EmptyState {
  readonly title = input.required<string>();
  readonly text = input<string>();
  readonly icon = input<IconName>('inbox');
}
