import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import type { AnalysisSummaryDto } from '../../../backend/analyses/analyses.dto';
import { analysisStates } from '../../../backend/domain/analysis';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { addressFilters, isId, oneOf } from '../ui/address-filters';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { FilterSentence, type Filter } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { ListSearch } from '../ui/list-search';
import { Loading } from '../ui/loading';
import { NothingFound } from '../ui/nothing-found';
import { Pager } from '../ui/pager';
import { Tag } from '../ui/tag';
import { unitList } from '../ui/unit-list';

/** Where causes are looked for, and where they were found. The address holds the filters. */
@Component({
  selector: 'boucle-analysis-list',
  imports: [
    DayPipe,
    EmptyState,
    ErrorState,
    FilterSentence,
    Heading,
    ListSearch,
    Loading,
    NothingFound,
    Pager,
    RouterLink,
    Tag,
  ],
  templateUrl: './analysis-list.html',
})
export class AnalysisList {
  protected readonly t = inject(I18n).t;
  protected readonly filters = addressFilters({
    state: oneOf(analysisStates),
    unit: isId,
    q: (words: string) => words.length <= 200,
  });

  protected readonly found = httpResource<Page<AnalysisSummaryDto>>(() => {
    const { unit, ...same } = this.filters.values();
    return { url: '/api/analyses', params: { ...same, ...(unit && { unitId: unit }) } };
  });
  protected readonly page = kept(this.found);
  private readonly units = unitList();

  protected readonly sentence = computed<Record<string, Filter>>(() => {
    const { state, unit } = this.filters.values();
    return {
      state: {
        label: this.t('analyses.filter.state.name'),
        value: state ?? '',
        options: [
          { value: '', label: this.t('analyses.filter.state.any') },
          ...analysisStates.map((value) => ({
            value,
            label: this.t(`analyses.filter.state.${value}`),
          })),
        ],
      },
      unit: {
        label: this.t('analyses.filter.unit.name'),
        value: unit ?? '',
        options: [{ value: '', label: this.t('analyses.filter.unit.any') }, ...this.units()],
      },
    };
  });
}
