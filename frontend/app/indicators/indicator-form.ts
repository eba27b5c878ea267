import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import {
  FormField,
  FormRoot,
  form,
  max,
  maxLength,
  min,
  minLength,
  required,
} from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { SurveyDto } from '../../../backend/surveys/surveys.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';

/** Follows the share of satisfied people of a survey, against a target. */
@Component({
  selector: 'boucle-indicator-form',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, RouterLink],
  templateUrl: './indicator-form.html',
})
export class IndicatorForm {
  readonly saved = output();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly failure = signal<unknown>(null);
  protected readonly surveys = httpResource<SurveyDto[]>(() => '/api/surveys');
  protected readonly choices = computed(() =>
    this.surveys.hasValue() ? this.surveys.value() : [],
  );
  protected readonly nothingToFollow = computed(
    () => this.surveys.hasValue() && this.choices().length === 0,
  );
  /** The target is said in per cent, as people say it. */
  private readonly model = signal<{ name: string; surveyId: string; target: number | null }>({
    ...{ name: '', surveyId: '', target: null },
  });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      minLength(path.name, 2);
      maxLength(path.name, 120);
      required(path.surveyId);
      required(path.target);
      min(path.target, 0);
      max(path.target, 100);
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  private async save(): Promise<void> {
    const { name, surveyId, target } = this.model();
    const share = Number(target) / 100;
    await firstValueFrom(this.http.post('/api/indicators', { name, surveyId, target: share }));
    this.saved.emit();
    this.closed.emit();
    this.toasts.show(this.t('indicators.form.saved', { name }));
  }
}
