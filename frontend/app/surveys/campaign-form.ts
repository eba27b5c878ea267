import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import type { CampaignDto, SurveyDto } from '../../../backend/surveys/surveys.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';

/** Opens a survey in a unit, behind a public link. */
@Component({
  selector: 'boucle-campaign-form',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot],
  templateUrl: './campaign-form.html',
})
export class CampaignForm {
  readonly survey = input.required<SurveyDto>();
  readonly saved = output();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly units = unitList();
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ unitId: '' });

  /** One survey runs once in a unit. */
  protected readonly choices = computed(() => {
    const taken = this.survey().campaigns.map(({ unit }) => unit.id);
    return this.units().filter(({ value }) => !taken.includes(value));
  });
  protected readonly everywhere = computed(
    () => this.units().length > 0 && this.choices().length === 0,
  );

  protected readonly form = form(this.model, (path) => required(path.unitId), {
    submission: sending(() => this.open(), this.failure),
  });

  private async open(): Promise<void> {
    const address = `/api/surveys/${this.survey().id}/campaigns`;
    const campaign = await firstValueFrom(this.http.post<CampaignDto>(address, this.model()));
    this.saved.emit();
    this.closed.emit();
    this.toasts.show(this.t('surveys.openedIn', { unit: campaign.unit.name }));
  }
}
