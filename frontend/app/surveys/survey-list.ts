import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SurveyDto } from '../../../backend/surveys/surveys.dto';
import { BornActions } from '../actions/born-actions';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Interval } from '../ui/interval';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { PublicLink } from '../ui/public-link';
import { CampaignForm } from './campaign-form';
import { Reasons } from './reasons';
import { SurveyForm } from './survey-form';

/** `/enquetes`: the questions asked to the public, where they are open, and what came out of them. */
@Component({
  selector: 'boucle-survey-list',
  imports: [
    BornActions,
    CampaignForm,
    EmptyState,
    ErrorState,
    ExportMenu,
    Heading,
    Icon,
    Interval,
    Loading,
    PublicLink,
    Reasons,
    RouterLink,
    SurveyForm,
  ],
  templateUrl: './survey-list.html',
  styleUrl: './survey-list.css',
})
export class SurveyList {
  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly session = inject(Session);
  protected readonly list = httpResource<SurveyDto[]>(() => '/api/surveys');
  protected readonly surveys = kept(this.list);
  protected readonly campaigns = computed(() =>
    (this.surveys() ?? []).some(({ campaigns }) => campaigns.length > 0),
  );
  protected readonly mayWrite = computed(() => this.session.may('survey.create'));
  protected readonly mayAct = computed(() => this.session.may('action.create'));
  protected readonly writing = signal(false);
  protected readonly opening = signal<SurveyDto | null>(null);

  protected opened(day: string): string {
    return this.t('surveys.opened', { day: this.dates.day(day) });
  }
}
