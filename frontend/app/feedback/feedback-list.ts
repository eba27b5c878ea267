import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { channels, feedbackKinds, feedbackStates } from '../../../backend/domain/feedback';
import type { FeedbackDto, FeedbackPageDto } from '../../../backend/feedback/feedback.dto';
import type { ThemeDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { addressFilters } from '../ui/address-filters';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { FilterSentence, type Filter, type FilterOption } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { ListSearch } from '../ui/list-search';
import { Loading } from '../ui/loading';
import { NothingFound } from '../ui/nothing-found';
import { openRecord } from '../ui/open-record';
import { Pager } from '../ui/pager';
import { SavedViews } from '../ui/saved-views';
import { Split } from '../ui/split';
import { unitList } from '../ui/unit-list';
import { FeedbackClient } from './feedback-client';
import {
  dues,
  feedbackFilters,
  feedbackQuery,
  sorts,
  spans,
  type FeedbackFilter,
} from './feedback-filters';
import { FeedbackRow } from './feedback-row';
import { ManyBar } from './many-bar';
import { Selection } from './selection';
import { Triage } from './triage';
import { listKeys } from './list-keys';

/** What people told us. The address holds the filters, and the record that is open beside the list. */
@Component({
  selector: 'boucle-feedback-list',
  imports: [
    EmptyState,
    ErrorState,
    ExportMenu,
    FeedbackRow,
    FilterSentence,
    Heading,
    ListSearch,
    Loading,
    ManyBar,
    NothingFound,
    Pager,
    RouterLink,
    RouterOutlet,
    SavedViews,
    Split,
  ],
  templateUrl: './feedback-list.html',
  styleUrl: './feedback-list.css',
})
export class FeedbackList {
  protected readonly filters = addressFilters<FeedbackFilter>(feedbackFilters);
  protected readonly open = openRecord();
  protected readonly t = inject(I18n).t;
  protected readonly mayImport = inject(Session).may('feedback.import');
  protected readonly mayReport = inject(Session).may('feedback.create');

  protected readonly query = computed(() => feedbackQuery(this.filters.values()));
  protected readonly found = httpResource<FeedbackPageDto>(() => ({
    url: '/api/feedback',
    params: this.query(),
  }));
  protected readonly page = kept(this.found);

  /** The keys and the boxes of those who sort what came in. */
  protected readonly mayTriage = inject(Session).may('feedback.qualify');
  protected readonly selection = new Selection();
  protected readonly ids = computed(() => this.page()?.items.map(({ id }) => id) ?? []);
  private readonly triage = inject(Triage);

  private readonly units = unitList();
  private readonly themes = httpResource<ThemeDto[]>(() => '/api/themes');

  protected readonly sentence = computed<Record<string, Filter>>(() => {
    const { kind, state, due, unit, theme, channel, days, sort } = this.filters.values();
    const themes = this.themes.hasValue() ? this.themes.value() : [];
    const named = themes.map(({ id, label }) => ({ value: id, label }));
    return {
      kind: this.filter('kind', kind, this.worded('kind', feedbackKinds)),
      state: this.filter('state', state, this.worded('state', feedbackStates)),
      due: this.filter('due', due, this.worded('due', dues)),
      unit: this.filter('unit', unit, this.units()),
      theme: this.filter('theme', theme, named),
      channel: this.filter('channel', channel, this.worded('channel', channels)),
      days: this.filter('days', days, this.worded('days', spans)),
      sort: {
        label: this.t('feedback.filter.sort.name'),
        value: sort === 'newest' ? '' : (sort ?? ''),
        options: (Object.keys(sorts) as (keyof typeof sorts)[]).map((name, rank) => ({
          value: rank === 0 ? '' : name,
          label: this.t(`feedback.filter.sort.${name}`),
        })),
      },
    };
  });

  constructor() {
    const changed = inject(FeedbackClient).changed;
    let started = false;
    effect(() => {
      const told = changed();
      if (started) untracked(() => this.goOn(told));
      started = true;
    });
    effect(() => this.triage.rows.set(this.page()?.items ?? []));
    listKeys({
      open: this.open,
      choose: (id) => this.selection.toggle(id, this.ids()),
      mayTriage: this.mayTriage,
    });
    inject(DestroyRef).onDestroy(() => this.triage.rows.set([]));
  }

  /**
   * Once one is sorted, the next that awaits it opens by itself, where the list is of those: whoever
   * came for one record stays with it.
   */
  private goOn(told: FeedbackDto | null): void {
    const sorting = this.filters.values().state === 'received';
    const before = this.triage.rows().find(({ id }) => id === told?.id);
    const isSorted = told?.state === 'qualified' || told?.state === 'dismissed';
    if (sorting && told && isSorted && before?.state === 'received' && told.id === this.open()) {
      const next = this.triage.nextToQualify(told.id);
      if (next) void this.triage.open(next, 'qualify');
    }
    this.found.reload();
  }

  private filter(
    name: 'kind' | 'state' | 'due' | 'unit' | 'theme' | 'channel' | 'days',
    value: string | undefined,
    options: readonly FilterOption[],
  ): Filter {
    const any = { value: '', label: this.t(`feedback.filter.${name}.any`) };
    return {
      label: this.t(`feedback.filter.${name}.name`),
      value: value ?? '',
      options: [any, ...options],
    };
  }

  private worded(
    ...[name, values]:
      | ['kind', typeof feedbackKinds]
      | ['state', typeof feedbackStates]
      | ['due', typeof dues]
      | ['channel', typeof channels]
      | ['days', typeof spans]
  ): FilterOption[] {
    const t = this.t as (key: string) => string;
    return values.map((value) => ({ value, label: t(`feedback.filter.${name}.${value}`) }));
  }
}
