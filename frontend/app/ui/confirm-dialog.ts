import { Component, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Confirm, type Question } from './confirm';
import { Dialog } from './dialog';

/** Draws the question of Confirm; once in the application. */
@Component({
  selector: 'boucle-confirm-dialog',
  imports: [Dialog],
  template: `
    <boucle-dialog [title]="question().title" (dismissed)="confirm.answer(false)">
      <p>{{ question().text }}</p>
      <div class="buttons">
        <button class="button quiet" type="button" (click)="confirm.answer(false)">
          {{ t('ui.cancel') }}
        </button>
        <button
          class="button"
          [class]="question().danger ? 'danger' : 'primary'"
          type="button"
          (click)="confirm.answer(true)"
        >
          {{ question().verb }}
        </button>
      </div>
    </boucle-dialog>
  `,
})
export class ConfirmDialog {
  readonly question = input.required<Question>();

  protected readonly confirm = inject(Confirm);
  protected readonly t = inject(I18n).t;
}
