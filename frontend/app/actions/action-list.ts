import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { OwedStepDto } from '../../../backend/work/steps.dto';
import type { ActionFigures } from '../../../backend/domain/action-figures';
import { addMonths } from '../../../backend/domain/days';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { addressFilters, oneOf } from '../ui/address-filters';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { FilterSentence } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { ListSearch } from '../ui/list-search';
import { Loading } from '../ui/loading';
import { NothingFound } from '../ui/nothing-found';
import { openRecord } from '../ui/open-record';
import { SavedViews } from '../ui/saved-views';
import { Split } from '../ui/split';
import { ActionBoard } from './action-board';
import { ActionCalendar } from './action-calendar';
import { ActionCounts } from './action-counts';
import { actionFilters, actionQuery, type ActionFilter } from './action-filters';
import { ActionRows } from './action-rows';
import { actionSentence } from './action-sentence';
import { ActionTimeline } from './action-timeline';
import { onChange } from './drawn-actions';
import { isOwn } from './due-period';
import { FilteredPlan } from './filtered-plan';
import { MyActions } from './my-actions';
import { MySteps } from './my-steps';
import { OwnPeriod } from './own-period';
import { PlansLink } from './plans-link';
import { ViewSwitch, views, type View } from './view-switch';

/**
 * What is done about what was said, as a list, a board, a line of time or a calendar. The address
 * holds the view, its filters, and the record that is open.
 */
@Component({
  selector: 'boucle-action-list',
  imports: [
    ActionBoard,
    ActionCalendar,
    ActionCounts,
    ActionRows,
    ActionTimeline,
    EmptyState,
    ErrorState,
    ExportMenu,
    FilterSentence,
    FilteredPlan,
    Heading,
    ListSearch,
    Loading,
    MyActions,
    MySteps,
    NothingFound,
    OwnPeriod,
    PlansLink,
    RouterLink,
    RouterOutlet,
    SavedViews,
    Split,
    ViewSwitch,
  ],
  templateUrl: './action-list.html',
})
export class ActionList {
  protected readonly filters = addressFilters<ActionFilter>(actionFilters);
  private readonly shape = addressFilters<'vue'>({ vue: oneOf(views) });
  protected readonly open = openRecord();
  protected readonly t = inject(I18n).t;
  protected readonly mayKeep = inject(Session).may('feedback.read');
  private readonly today = inject(Dates).today();

  protected readonly query = computed(() => actionQuery(this.filters.values(), this.today));
  protected readonly sentence = actionSentence(this.filters.values);
  protected readonly counted = httpResource<ActionFigures>(() => {
    const { page: _, ...params } = this.query();
    return { url: '/api/actions/counts', params };
  });
  protected readonly counts = kept(this.counted);
  protected readonly view = computed(() => (this.shape.values().vue ?? 'liste') as View);

  /** What is mine is read by the day, unless another order is asked for. */
  protected readonly byDay = computed(() => {
    const { owner, sort = 'dueOn' } = this.filters.values();
    return owner === 'me' && sort === 'dueOn';
  });
  private readonly owed = httpResource<OwedStepDto[]>(() =>
    this.byDay() && this.view() === 'liste' ? '/api/actions/steps' : undefined,
  );
  protected readonly steps = computed(() => (this.owed.hasValue() ? this.owed.value() : []));
  protected readonly ownPeriod = computed(() => {
    const { due } = this.filters.values();
    return isOwn(due) ? due : null;
  });

  constructor() {
    onChange(() => {
      this.counted.reload();
      this.owed.reload();
    });
  }

  protected choose(name: ActionFilter, value: string): void {
    const own = `${this.today}_${addMonths(this.today, 3)}`;
    this.filters.choose(name, name === 'due' && value === 'own' ? own : value);
  }
}
