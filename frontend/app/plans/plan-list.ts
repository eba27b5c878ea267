import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import type { PlanSummaryDto } from '../../../backend/plans/plans.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { addressFilters, isId, oneOf } from '../ui/address-filters';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { FilterSentence, type Filter } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { ListSearch } from '../ui/list-search';
import { Loading } from '../ui/loading';
import { NothingFound } from '../ui/nothing-found';
import { Pager } from '../ui/pager';
import { unitList } from '../ui/unit-list';
import { PlanProgress } from './plan-progress';

const statuses = ['running', 'over'] as const;

/** Programmes of actions, the next to end first. The address holds the filters. */
@Component({
  selector: 'boucle-plan-list',
  imports: [
    DayPipe,
    EmptyState,
    ErrorState,
    FilterSentence,
    Heading,
    Icon,
    ListSearch,
    Loading,
    NothingFound,
    Pager,
    PlanProgress,
    RouterLink,
  ],
  templateUrl: './plan-list.html',
})
export class PlanList {
  protected readonly t = inject(I18n).t;
  protected readonly mayWrite = inject(Session).may('plan.write');
  protected readonly filters = addressFilters({
    status: oneOf(statuses),
    unit: isId,
    q: (words: string) => words.length <= 200,
  });

  protected readonly found = httpResource<Page<PlanSummaryDto>>(() => {
    const { unit, ...same } = this.filters.values();
    return { url: '/api/plans', params: { ...same, ...(unit && { unitId: unit }) } };
  });
  protected readonly page = kept(this.found);
  private readonly units = unitList();

  protected readonly sentence = computed<Record<string, Filter>>(() => {
    const { status, unit } = this.filters.values();
    return {
      status: {
        label: this.t('plans.filter.status.name'),
        value: status ?? '',
        options: [
          { value: '', label: this.t('plans.filter.status.any') },
          ...statuses.map((value) => ({ value, label: this.t(`plans.filter.status.${value}`) })),
        ],
      },
      unit: {
        label: this.t('plans.filter.unit.name'),
        value: unit ?? '',
        options: [{ value: '', label: this.t('plans.filter.unit.any') }, ...this.units()],
      },
    };
  });
}
