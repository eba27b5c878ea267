import { Component, afterNextRender, input, viewChild, type ElementRef } from '@angular/core';
import { inject } from '@angular/core';
import { I18n } from '../i18n/i18n';

/**
 * Some questions that can wait, folded under what they are about and what was said of it.
 *
 *     <boucle-fold [label]="t('…')" [told]="digest()" [asked]="opened() === 'means'">…</boucle-fold>
 */
@Component({
  selector: 'boucle-fold',
  template: `
    <details [open]="asked()">
      <summary #head>
        <span class="label">{{ label() }}</span>
        <span class="told">{{ told() || '(' + t('ui.optional') + ')' }}</span>
      </summary>
      <div class="stack"><ng-content /></div>
    </details>
  `,
  styleUrl: './fold.css',
})
export class Fold {
  readonly label = input.required<string>();
  /** What was said there, in short. */
  readonly told = input('');
  /** Whether somebody came for this one: it is open, and has the focus. */
  readonly asked = input(false);

  protected readonly t = inject(I18n).t;
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');

  constructor() {
    afterNextRender(() => {
      if (this.asked()) this.head().nativeElement.focus();
    });
  }
}
