import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';

/** Another due date, and why. */
@Component({
  selector: 'boucle-reschedule-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <boucle-dialog [title]="t('actions.reschedule.title')" (dismissed)="closed.emit()">
      <form class="form" [formRoot]="form" boucleSendKeys>
        <boucle-field [label]="t('actions.reschedule.dueOn')">
          <input type="date" [formField]="form.dueOn" />
        </boucle-field>
        <boucle-field
          [label]="t('actions.reschedule.reason')"
          [hint]="t('actions.reschedule.hint')"
        >
          <textarea rows="3" [formField]="form.reason"></textarea>
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ t('actions.reschedule.send') }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class RescheduleDialog implements OnInit {
  readonly action = input.required<ActionDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly dates = inject(Dates);

  private readonly model = signal({ dueOn: '', reason: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.dueOn);
      required(path.reason);
      minLength(path.reason, 3);
      maxLength(path.reason, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  ngOnInit(): void {
    this.model.set({ dueOn: this.action().dueOn, reason: '' });
  }

  private async send(): Promise<void> {
    const { dueOn, reason } = this.model();
    await this.client.reschedule(this.action().id, { dueOn, reason: reason.trim() });
    this.toasts.show(this.t('actions.reschedule.done', { day: this.dates.day(dueOn) }));
    this.closed.emit();
  }
}
