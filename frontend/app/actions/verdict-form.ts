import { Component, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import { verdicts, type Verdict } from '../../../backend/domain/action';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';

/** Says whether an action had the effect that was expected of it, and how that is known. */
@Component({
  selector: 'boucle-verdict-form',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './verdict-form.html',
})
export class VerdictForm {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly verdicts = verdicts;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);

  private readonly model = signal({ verdict: '', note: '' });
  private readonly draft = ownDraft(() => `verdict.${this.action().id}`, this.model);
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.verdict);
      required(path.note);
      minLength(path.note, 3);
      maxLength(path.note, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const { verdict, note } = this.model();
    const { id, reference } = this.action();
    await this.client.verify(id, { verdict: verdict as Verdict, note: note.trim() });
    this.draft.sent({ verdict: '', note: '' });
    const key = verdict === 'ineffective' ? 'actions.verdict.resumed' : 'actions.verdict.saved';
    this.toasts.show(this.t(key, { reference }));
  }
}
