import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DrawnActionDto } from '../../../backend/action-views/action-views.dto';
import { addMonths, type Day } from '../../../backend/domain/days';
import type { HolidayDto } from '../../../backend/organization/holidays.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { addressFilters } from '../ui/address-filters';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { DrawnPart } from './drawn-part';
import { drawnActions } from './drawn-actions';
import { dayAfterKey, weeksOf } from './month-grid';

/** What happens to an action on a day. */
interface Item {
  action: DrawnActionDto;
  what: 'due' | 'check';
}

/** What is due and what is checked, by the day: a month, or its days one under the other. */
@Component({
  selector: 'boucle-action-calendar',
  imports: [DrawnPart, ErrorState, Icon, Loading, RouterLink],
  templateUrl: './action-calendar.html',
  styleUrl: './action-calendar.css',
})
export class ActionCalendar {
  readonly query = input.required<Record<string, string>>();
  readonly open = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly today = this.dates.today();
  private readonly address = addressFilters<'mois'>({
    mois: (value) => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(value),
  });
  protected readonly month = computed(() => this.address.values().mois ?? this.today.slice(0, 7));
  protected readonly name = computed(() => this.dates.day(this.month(), 'month'));
  private readonly weeks = computed(() => weeksOf(this.month()));
  private readonly span = computed(() => {
    const days = this.weeks().flat();
    return { from: days[0] ?? this.today, to: days.at(-1) ?? this.today };
  });

  protected readonly found = drawnActions(() => {
    const { from, to } = this.span();
    return { ...this.query(), seenFrom: from, seenTo: to };
  });
  protected readonly drawn = kept(this.found);
  private readonly holidays = httpResource<HolidayDto[]>(() => ({
    url: '/api/holidays',
    params: this.span(),
  }));

  protected readonly weekdays = computed(() =>
    (this.weeks()[0] ?? []).map((day) => this.dates.day(day, 'long').split(' ')[0] ?? ''),
  );
  protected readonly rows = computed(() => {
    const items = this.byDay();
    const holidays = this.holidays.hasValue() ? this.holidays.value() : [];
    const names = new Map(holidays.map(({ day, name }) => [day, name]));
    return this.weeks().map((week) =>
      week.map((day, rank) => {
        const holiday = names.get(day) ?? null;
        const its = items.get(day) ?? [];
        return {
          ...{ day, holiday, items: its, number: Number(day.slice(8)) },
          inside: day.startsWith(this.month()),
          rest: rank > 4 || holiday !== null,
          words: this.dates.day(day),
          said: `${this.dates.day(day)}, ${this.t('actions.views.calendar.items', { count: its.length })}`,
        };
      }),
    );
  });
  /** The days that hold something, for a phone. */
  protected readonly agenda = computed(() =>
    this.rows()
      .flat()
      .filter(({ inside, items, holiday }) => inside && (items.length > 0 || holiday)),
  );
  /** How much of what the filters let through falls in this month. */
  protected readonly within = computed(() => {
    const inMonth = this.agenda().flatMap(({ items }) => items.map(({ action }) => action.id));
    return this.t('actions.views.calendar.within', {
      ...{ count: new Set(inMonth).size, month: this.name(), total: this.drawn()?.total ?? 0 },
    });
  });

  /** The day that the Tab key reaches; the arrows go from there. */
  protected readonly current = linkedSignal<string, Day>({
    source: () => this.month(),
    computation: (month, before) => {
      if (before?.value.startsWith(month)) return before.value;
      return this.today.startsWith(month) ? this.today : `${month}-01`;
    },
  });

  protected iconOf({ what, action }: Item): IconName {
    if (what === 'check') return 'search';
    return action.late ? 'triangle-alert' : 'flag';
  }

  protected go(months: number): void {
    this.show(addMonths(`${this.month()}-01`, months).slice(0, 7));
  }

  protected goToday(): void {
    this.show(this.today.slice(0, 7));
  }

  /** Enter goes into the day, Escape comes back to it; the arrows go from day to day. */
  protected step(event: Event, day: Day): void {
    const { key, target, currentTarget } = event as KeyboardEvent & { currentTarget: HTMLElement };
    const inside = target !== currentTarget;
    if (key === 'Enter' && !inside) {
      currentTarget.querySelector('a')?.focus();
      event.preventDefault();
    }
    if (key === 'Escape' && inside) {
      event.stopPropagation();
      currentTarget.focus();
    }
    const to = dayAfterKey(key, day);
    if (to === null) return;
    event.preventDefault();
    const links = [...currentTarget.querySelectorAll('a')];
    const at = links.indexOf(target as HTMLAnchorElement);
    const next = key === 'ArrowDown' ? links[at + 1] : key === 'ArrowUp' ? links[at - 1] : null;
    if (inside && next) return next.focus();
    this.current.set(to);
    this.show(to.slice(0, 7));
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus(), 0);
  }

  private show(month: string): void {
    if (month === this.month()) return;
    const usual = month === this.today.slice(0, 7);
    this.address.choose('mois', usual ? '' : month, { replaceUrl: true });
  }

  private byDay(): Map<Day, Item[]> {
    const days = new Map<Day, Item[]>();
    const put = (day: Day, item: Item) => days.set(day, [...(days.get(day) ?? []), item]);
    for (const action of this.drawn()?.items ?? []) {
      put(action.dueOn, { action, what: 'due' });
      if (action.checkOn && action.state !== 'cancelled')
        put(action.checkOn, { action, what: 'check' });
    }
    return days;
  }
}
