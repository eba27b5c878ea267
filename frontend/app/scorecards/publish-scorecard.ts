import { HttpClient } from '@angular/common/http';
import { Component, effect, inject, signal } from '@angular/core';
import {
  FormField,
  FormRoot,
  form,
  maxLength,
  minLength,
  required,
  validate,
} from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { ScorecardDto } from '../../../backend/scorecards/scorecards.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Confirm } from '../ui/confirm';
import { dropDraft, keepDraft, readDraft } from '../ui/draft';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { CurrentFigures } from './current-figures';
import { Periods } from './periods';
import { quarterBefore } from './quarter';

const address = '/tableaux-de-bord/publier';

/** `/tableaux-de-bord/publier`: a title, a period, a comment, and what will be frozen under them. */
@Component({
  selector: 'boucle-publish-scorecard',
  imports: [CurrentFigures, ErrorState, Field, FormField, FormRoot, Heading, RouterLink],
  templateUrl: './publish-scorecard.html',
})
export class PublishScorecard {
  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly dates = inject(Dates);
  private readonly periods = inject(Periods);
  protected readonly failure = signal<unknown>(null);

  private readonly quarter = quarterBefore(this.periods.today());
  private readonly proposed = {
    title: this.periods.quarter(this.quarter),
    from: this.quarter.from,
    to: this.quarter.to,
    comment: '',
  };
  protected readonly model = signal(readDraft(address, this.proposed) ?? this.proposed);

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.title);
      minLength(path.title, 3);
      maxLength(path.title, 120);
      required(path.from);
      required(path.to);
      validate(path.to, ({ value, valueOf }) =>
        value() && value() < valueOf(path.from)
          ? { kind: 'reversed', message: this.t('scorecards.publish.reversed') }
          : undefined,
      );
      maxLength(path.comment, 4000);
    },
    { submission: sending(() => this.publish(), this.failure) },
  );

  constructor() {
    effect(() => {
      if (this.model() !== this.proposed) keepDraft(address, this.model());
    });
  }

  private async publish(): Promise<void> {
    const scorecard = this.model();
    const { title } = scorecard;
    const sure = await this.confirm.ask({
      title: this.t('scorecards.publish.askTitle', { title }),
      text: this.t('scorecards.publish.askText', {
        from: this.dates.day(scorecard.from, 'full'),
        to: this.dates.day(scorecard.to, 'full'),
      }),
      verb: this.t('scorecards.publish.publish'),
    });
    if (!sure) return;
    const { id } = await firstValueFrom(this.http.post<ScorecardDto>('/api/scorecards', scorecard));
    dropDraft(address);
    await this.router.navigate(['/tableaux-de-bord', id]);
    this.toasts.show(this.t('scorecards.publish.done', { title }));
  }
}
