import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { severities, type Severity } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { ThemeDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { FeedbackClient } from './feedback-client';

/** Triage: what it is about, how severe it is, whose it is. */
@Component({
  selector: 'boucle-qualify-form',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './qualify-form.html',
})
export class QualifyForm implements OnInit {
  readonly feedback = input.required<FeedbackDto>();
  readonly cancellable = input(false);
  /** Qualified, or given up. */
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly themes = httpResource<ThemeDto[]>(() => '/api/themes');
  protected readonly severities = severities;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  private readonly model = signal({ themeId: '', severity: '', unitId: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.themeId);
      required(path.severity);
      required(path.unitId);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  ngOnInit(): void {
    const { theme, severity, unit } = this.feedback();
    this.model.set({
      themeId: theme?.id ?? '',
      severity: severity ? String(severity) : '',
      unitId: unit.id,
    });
  }

  private async send(): Promise<void> {
    const { themeId, severity, unitId } = this.model();
    const { id, unit, reference } = this.feedback();
    const choice = { themeId, unitId, severity: Number(severity) as Severity };
    const told = await this.client.qualify(id, choice);
    this.toasts.show(
      unitId === unit.id
        ? this.t('feedback.qualify.done', { reference })
        : this.t('feedback.qualify.moved', { reference, unit: told.unit.name }),
    );
    this.closed.emit();
  }
}
