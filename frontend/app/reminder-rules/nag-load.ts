import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addDays } from '../../../backend/domain/days';
import { daysToAct, type NagShare } from '../../../backend/domain/nag-load';
import { fewestAnswersShown } from '../../../backend/domain/satisfaction';
import type { NagLoadDto, NagLoadRowDto } from '../../../backend/reminders/nag-load.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { CountPipe, Numbers } from '../i18n/numbers';
import { Session } from '../session/session';
import { addressFilters, oneOf } from '../ui/address-filters';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { FilterSentence } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';

const periods = ['30', '90', '365'] as const;
export const nagColumns = ['unit', 'reminders', 'letters', 'people', 'actedOn'] as const;
type Column = (typeof nagColumns)[number];

/** `/regles/charge-de-rappels`: how many reminders each unit gets, and whether they serve. */
@Component({
  selector: 'boucle-nag-load',
  imports: [CountPipe, EmptyState, ErrorState, FilterSentence, Heading, Loading, RouterLink],
  templateUrl: './nag-load.html',
  styleUrl: './nag-load.css',
})
export class NagLoad {
  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly numbers = inject(Numbers);
  protected readonly mayRule = inject(Session).may('rules.manage');
  protected readonly columns = nagColumns;
  protected readonly days = daysToAct;
  protected readonly fewest = fewestAnswersShown;
  protected readonly filters = addressFilters({ since: oneOf(periods) });
  private readonly since = computed(() => this.filters.values().since ?? '90');

  protected readonly found = httpResource<NagLoadDto>(() => {
    const to = this.dates.today();
    return { url: '/api/nag-load', params: { from: addDays(to, 1 - Number(this.since())), to } };
  });
  protected readonly load = kept(this.found);
  protected readonly sentence = computed(() => ({
    since: {
      label: this.t('reminderRules.load.periodLabel'),
      value: this.since(),
      options: periods.map((value) => ({
        value,
        label: this.t(`reminderRules.load.since.${value}`),
      })),
    },
  }));

  /** The heaviest first, unless asked otherwise. */
  protected readonly sort = signal<{ by: Column; down: boolean }>({ by: 'reminders', down: true });
  protected readonly rows = computed(() => {
    const { by, down } = this.sort();
    const rows = (this.load()?.units ?? []).toSorted((one, other) => compare(one, other, by));
    return down ? rows.reverse() : rows;
  });

  protected sortBy(by: Column): void {
    this.sort.update((sort) => ({ by, down: sort.by === by ? !sort.down : by !== 'unit' }));
  }

  protected order(by: Column): 'ascending' | 'descending' | null {
    const sort = this.sort();
    if (sort.by !== by) return null;
    return sort.down ? 'descending' : 'ascending';
  }

  protected share(share: NagShare): string {
    if (!share.shown) return this.t('reminderRules.load.tooFew', { fewest: this.fewest });
    const { acted, n, share: part } = share;
    return this.t('reminderRules.load.of', { acted, n, share: this.numbers.share(part) });
  }

  protected interval(share: NagShare): string | null {
    if (!share.shown) return null;
    const { low, high } = share.interval;
    const between = { low: this.numbers.share(low), high: this.numbers.share(high) };
    return this.t('reminderRules.load.between', between);
  }

  protected advice(share: NagShare): string {
    return this.t(`reminderRules.load.say.${share.shown ? share.advice : 'none'}`);
  }
}

function compare(one: NagLoadRowDto, other: NagLoadRowDto, by: Column): number {
  if (by === 'unit') return one.unitName.localeCompare(other.unitName);
  if (by === 'actedOn') return shareOf(one) - shareOf(other);
  return one[by] - other[by];
}

/** What is not shown comes under all that is. */
function shareOf({ actedOn }: NagLoadRowDto): number {
  return actedOn.shown ? actedOn.share : -1;
}
