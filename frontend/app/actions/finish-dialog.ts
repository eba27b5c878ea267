import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';

/** Says that an action is done, with a word of what was done if there is one to say. */
@Component({
  selector: 'boucle-finish-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <boucle-dialog [title]="t('actions.views.finish.title')" (dismissed)="closed.emit()">
      <form class="form" [formRoot]="form" boucleSendKeys>
        <p>{{ t('actions.views.finish.what', { title: action().title }) }}</p>
        <boucle-field [label]="t('actions.progress.note')" [hint]="t('actions.views.finish.hint')">
          <textarea rows="3" [formField]="form.note"></textarea>
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ t('actions.progress.done') }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class FinishDialog {
  readonly action = input.required<{ id: string; reference: string; title: string }>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly model = signal({ note: '' });
  protected readonly form = form(this.model, (path) => atMost(path.note, 2000), {
    submission: sending(() => this.send(), this.failure),
  });

  private async send(): Promise<void> {
    const { id, reference } = this.action();
    const note = this.model().note.trim();
    await this.client.report(id, { progress: 100, done: true, ...(note && { note }) });
    this.toasts.show(this.t('actions.progress.finished', { reference }));
    this.closed.emit();
  }
}
