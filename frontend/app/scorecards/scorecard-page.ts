import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScorecardDto } from '../../../backend/scorecards/scorecards.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Titles } from '../shell/titles';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { Periods } from './periods';
import { ScorecardFigures } from './scorecard-figures';

/** `/tableaux-de-bord/:id`: one that was published, as it was then. */
@Component({
  selector: 'boucle-scorecard-page',
  imports: [ErrorState, Heading, Icon, Loading, RouterLink, ScorecardFigures],
  templateUrl: './scorecard-page.html',
  styleUrl: './scorecard-page.css',
})
export class ScorecardPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly periods = inject(Periods);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly organization = inject(Session).me()?.organization.name ?? null;
  protected readonly scorecard = httpResource<ScorecardDto>(() => `/api/scorecards/${this.id()}`);
  protected readonly known = computed(() =>
    this.scorecard.hasValue() ? this.scorecard.value() : null,
  );

  constructor() {
    const titles = inject(Titles);
    effect(() => {
      const title = this.known()?.title;
      if (title) titles.name(title);
    });
  }

  protected lead({ from, to, publishedAt, publishedBy }: ScorecardDto): string {
    const day = this.dates.day(publishedAt, 'full');
    return [
      this.periods.span(from, to),
      this.t('scorecards.publishedOn', { day, who: publishedBy }),
    ].join(' · ');
  }

  protected print(): void {
    this.window?.print();
  }
}
