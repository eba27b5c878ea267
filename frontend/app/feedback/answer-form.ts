import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { FeedbackClient } from './feedback-client';

/** Writes to whoever spoke; says beforehand where it will be read. */
@Component({
  selector: 'boucle-answer-form',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <form class="form" [formRoot]="form" boucleSendKeys>
      <boucle-field [label]="t('feedback.answers.body')" [hint]="where()">
        <textarea rows="6" [formField]="form.body"></textarea>
      </boucle-field>
      <boucle-error-state inForm [error]="failure()" />
      <div class="buttons">
        <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
          {{ t('feedback.answers.send') }}
        </button>
      </div>
    </form>
  `,
})
export class AnswerForm {
  readonly feedback = input.required<FeedbackDto>();
  readonly sent = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  private readonly model = signal({ body: '' });
  private readonly draft = ownDraft(() => `answer.${this.feedback().id}`, this.model);
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.body);
      minLength(path.body, 3);
      maxLength(path.body, 10_000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  protected readonly where = computed(() => {
    const { identity, imported } = this.feedback();
    if (imported) return this.t('feedback.answers.byNothing');
    if (identity?.email) return this.t('feedback.answers.byMail', { email: identity.email });
    if (identity?.phone) return this.t('feedback.answers.byPhone', { phone: identity.phone });
    return this.t('feedback.answers.byPage');
  });

  private async send(): Promise<void> {
    await this.client.answer(this.feedback().id, { body: this.model().body.trim() });
    this.draft.sent({ body: '' });
    this.form().reset();
    this.toasts.show(this.t('feedback.answers.done'));
    this.sent.emit();
  }
}
