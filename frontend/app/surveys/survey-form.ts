import { HttpClient } from '@angular/common/http';
import { Component, inject, output, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';

/** Writes a three-smiley question. */
@Component({
  selector: 'boucle-survey-form',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot],
  templateUrl: './survey-form.html',
})
export class SurveyForm {
  readonly saved = output();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ title: '', question: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.title);
      minLength(path.title, 2);
      maxLength(path.title, 120);
      required(path.question);
      minLength(path.question, 5);
      maxLength(path.question, 300);
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  private async save(): Promise<void> {
    await firstValueFrom(this.http.post('/api/surveys', this.model()));
    this.saved.emit();
    this.closed.emit();
    this.toasts.show(this.t('surveys.form.saved'));
  }
}
