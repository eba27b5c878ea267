import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { Page } from '../../../backend/access/page.dto';
import type { ActionSummaryDto } from '../../../backend/actions/actions.dto';
import { actionKinds } from '../../../backend/domain/action';
import { I18n } from '../i18n/i18n';
import { addressFilters } from '../ui/address-filters';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { FilterSentence, type Filter, type FilterOption } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { openRecord } from '../ui/open-record';
import { Pager } from '../ui/pager';
import { SearchBox } from '../ui/search-box';
import { Split } from '../ui/split';
import { unitList } from '../ui/unit-list';
import { actionFilters, actionQuery, sorts, statuses, type ActionFilter } from './action-filters';
import { ActionRow } from './action-row';
import { ActionsClient } from './actions-client';

/** What is done about what was said. The address holds the filters, and the record that is open. */
@Component({
  selector: 'boucle-action-list',
  imports: [
    ActionRow,
    EmptyState,
    ErrorState,
    ExportMenu,
    FilterSentence,
    Heading,
    Loading,
    Pager,
    RouterLink,
    RouterOutlet,
    SearchBox,
    Split,
  ],
  templateUrl: './action-list.html',
})
export class ActionList {
  protected readonly filters = addressFilters<ActionFilter>(actionFilters);
  protected readonly open = openRecord();
  protected readonly t = inject(I18n).t;

  protected readonly query = computed(() => actionQuery(this.filters.values()));
  protected readonly found = httpResource<Page<ActionSummaryDto>>(() => ({
    url: '/api/actions',
    params: this.query(),
  }));
  protected readonly page = kept(this.found);
  private readonly units = unitList();

  protected readonly narrowed = computed(() =>
    Object.keys(this.filters.values()).some((name) => name !== 'page' && name !== 'sort'),
  );

  protected readonly sentence = computed<Record<string, Filter>>(() => {
    const { owner, status, kind, unit, sort } = this.filters.values();
    const t = this.t;
    return {
      owner: this.filter('owner', owner, [{ value: 'me', label: t('actions.filter.owner.me') }]),
      status: {
        label: t('actions.filter.status.name'),
        value: status === 'open' ? '' : (status ?? ''),
        options: statuses.map((value, rank) => ({
          value: rank === 0 ? '' : value,
          label: t(`actions.filter.status.${value}`),
        })),
      },
      kind: this.filter(
        'kind',
        kind,
        actionKinds.map((value) => ({ value, label: t(`actions.filter.kind.${value}`) })),
      ),
      unit: this.filter('unit', unit, this.units()),
      sort: {
        label: t('actions.filter.sort.name'),
        value: sort === 'dueOn' ? '' : (sort ?? ''),
        options: (Object.keys(sorts) as (keyof typeof sorts)[]).map((name, rank) => ({
          value: rank === 0 ? '' : name,
          label: t(`actions.filter.sort.${name}`),
        })),
      },
    };
  });

  constructor() {
    const { changed } = inject(ActionsClient);
    let started = false;
    effect(() => {
      changed();
      if (started) untracked(() => this.found.reload());
      started = true;
    });
  }

  private filter(
    name: 'owner' | 'kind' | 'unit',
    value: string | undefined,
    options: readonly FilterOption[],
  ): Filter {
    const any = { value: '', label: this.t(`actions.filter.${name}.any`) };
    return {
      label: this.t(`actions.filter.${name}.name`),
      value: value ?? '',
      options: [any, ...options],
    };
  }
}
