import { httpResource } from '@angular/common/http';
import type { ElementRef } from '@angular/core';
import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanDto } from '../../../backend/plans/plans.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { addressFilters, oneOf } from '../ui/address-filters';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { DrawnPart } from './drawn-part';
import { drawnActions } from './drawn-actions';
import { byObjective, layTimeline, lineHeight, scales, type Bar, type Scale } from './timeline';
import { TimelineTable } from './timeline-table';

/** The actions on a line of time, with today, what comes after what, and when effects are checked. */
@Component({
  selector: 'boucle-action-timeline',
  imports: [DrawnPart, ErrorState, Icon, Loading, RouterLink, TimelineTable],
  templateUrl: './action-timeline.html',
  styleUrl: './action-timeline.css',
})
export class ActionTimeline {
  readonly query = input.required<Record<string, string>>();
  readonly open = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly today = this.dates.today();
  private readonly address = addressFilters<'echelle'>({ echelle: oneOf(Object.keys(scales)) });
  protected readonly lineHeight = lineHeight;
  protected readonly scaleNames = Object.keys(scales) as Scale[];
  protected readonly scale = computed(() => (this.address.values().echelle ?? 'mois') as Scale);

  protected readonly found = drawnActions(() => this.query());
  protected readonly drawn = kept(this.found);
  private readonly mayReadPlans = inject(Session).may('plan.read');
  private readonly plan = httpResource<PlanDto>(() => {
    const plan = this.query()['plan'];
    return plan && this.mayReadPlans ? `/api/plans/${plan}` : undefined;
  });
  /** Of one plan, by what it wants to change; otherwise by unit. */
  protected readonly objectives = computed(() =>
    this.query()['plan'] && this.plan.hasValue() ? this.plan.value().objectives : [],
  );
  protected readonly laid = computed(() => {
    const drawn = this.drawn();
    const objectives = this.objectives();
    const headingOf = objectives.length
      ? byObjective(objectives, this.t('actions.views.timeline.noObjective'))
      : undefined;
    return drawn && layTimeline(drawn, this.today, this.scale(), headingOf);
  });
  protected readonly ticks = computed(() =>
    (this.laid()?.ticks ?? []).map(({ day, x }) => ({
      x,
      words: this.dates.day(day, this.scale() === 'semaine' ? 'short' : 'month'),
    })),
  );
  protected readonly bars = computed(() => this.laid()?.groups.flatMap(({ bars }) => bars) ?? []);
  protected readonly clashes = computed(() =>
    (this.laid()?.arrows ?? [])
      .filter(({ clash }) => clash)
      .map(({ before, after }) =>
        this.t('actions.views.timeline.clash', {
          ...{ before: before.title, after: after.title },
          end: this.dates.day(before.doneOn ?? before.dueOn, 'full'),
          start: this.dates.day(after.startOn ?? after.dueOn, 'full'),
        }),
      ),
  );
  /** How much smaller it is drawn on a sheet of A4. */
  protected readonly fit = computed(() => Math.min(1, 1000 / ((this.laid()?.width ?? 0) + 220)));

  /** The bar that the Tab key reaches; the arrows go from there. */
  protected readonly current = signal<string | null>(null);
  protected readonly reached = computed(() => {
    const ids = this.bars().map(({ action }) => action.id);
    const current = this.current() ?? this.open();
    return current !== null && ids.includes(current) ? current : (ids[0] ?? null);
  });
  private readonly frame = viewChild<ElementRef<HTMLElement>>('frame');

  constructor() {
    effect(() => {
      const frame = this.frame()?.nativeElement;
      this.scale();
      const x = this.laid()?.todayX ?? 0;
      if (frame) setTimeout(() => (frame.scrollLeft = x - frame.clientWidth / 3));
    });
  }

  protected say({ action, start }: Bar): string {
    const { title, unit, owner, dueOn, state, progress, late } = action;
    const words = this.t('actions.views.timeline.bar', {
      ...{ title, unit: unit.name, owner: owner.name, progress },
      from: this.dates.day(start, 'short'),
      to: this.dates.day(dueOn, 'short'),
      state: this.t(`domain.actionState.${state}`),
    });
    return late ? `${words} ${this.t('actions.views.timeline.late')}` : words;
  }

  protected step(event: Event, bar: Bar): void {
    const bars = this.bars();
    const at = bars.indexOf(bar);
    const to = {
      ...{ ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1 },
      ...{ Home: 0, End: bars.length - 1 },
    }[(event as KeyboardEvent).key];
    const next = to === undefined ? undefined : bars[to];
    if (to === undefined) return;
    event.preventDefault();
    if (!next) return;
    this.current.set(next.action.id);
    const frame = this.frame()?.nativeElement;
    frame?.querySelector<HTMLElement>(`a[data-bar="${next.action.id}"]`)?.focus();
  }
}
