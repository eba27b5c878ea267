import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScorecardSummaryDto } from '../../../backend/scorecards/scorecards.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { Tag } from '../ui/tag';
import { CurrentFigures } from './current-figures';
import { Periods } from './periods';
import { quarterOf } from './quarter';

/** `/tableaux-de-bord`: those that were published, and the quarter that is under way. */
@Component({
  selector: 'boucle-scorecard-list',
  imports: [CurrentFigures, EmptyState, ErrorState, Heading, Icon, Loading, RouterLink, Tag],
  templateUrl: './scorecard-list.html',
  styleUrl: './scorecard-list.css',
})
export class ScorecardList {
  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly session = inject(Session);
  protected readonly periods = inject(Periods);
  protected readonly list = httpResource<ScorecardSummaryDto[]>(() => '/api/scorecards');
  protected readonly mayPublish = computed(() => this.session.may('scorecard.publish'));
  protected readonly quarter = quarterOf(this.periods.today());

  protected published({ publishedAt, publishedBy }: ScorecardSummaryDto): string {
    const day = this.dates.day(publishedAt, 'full');
    return this.t('scorecards.publishedOn', { day, who: publishedBy });
  }
}
