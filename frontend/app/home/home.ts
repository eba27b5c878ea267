import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeDto } from '../../../backend/home/home.dto';
import { Dates, DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { Tag } from '../ui/tag';

/** What I owe today. */
@Component({
  selector: 'boucle-home',
  imports: [DayPipe, EmptyState, ErrorState, Heading, Loading, RouterLink, Tag],
  templateUrl: './home.html',
})
export class Home {
  protected readonly owed = httpResource<HomeDto>(() => '/api/home');
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  private readonly dates = inject(Dates);

  protected readonly today = computed(() =>
    this.owed.hasValue() ? this.dates.day(this.owed.value().today) : null,
  );

  protected readonly greeting = computed(() =>
    this.t('home.greeting', { name: this.session.me()?.person.name.split(' ')[0] ?? '' }),
  );

  /** The parts that have something in them, in the order of their urgency. */
  protected readonly parts = computed(() => {
    if (!this.owed.hasValue()) return [];
    const { myActions, toVerify, toQualify, toAnswer, logged } = this.owed.value();
    const parts = [
      { key: 'home.myActions', room: '/actions', of: actionsOf(myActions) },
      { key: 'home.toVerify', room: '/actions', of: actionsOf(toVerify) },
      { key: 'home.toQualify', room: '/fiches', of: feedbackOf(toQualify) },
      { key: 'home.toAnswer', room: '/fiches', of: feedbackOf(toAnswer) },
      { key: 'home.logged', room: '/fiches', of: feedbackOf(logged) },
    ] as const;
    return parts.filter(({ of }) => of.rows.length > 0);
  });
}

interface Row {
  id: string;
  title: string;
  unit: string;
  day: string;
  late: boolean;
}

interface Part {
  rows: Row[];
  more: number;
}

function actionsOf(owed: HomeDto['toVerify']): Part {
  const rows = (owed?.items ?? []).map(({ id, title, unit, dueOn, late }) => ({
    id,
    title,
    unit: unit.name,
    day: dueOn,
    late,
  }));
  return { rows, more: (owed?.total ?? 0) - rows.length };
}

function feedbackOf(owed: HomeDto['toQualify']): Part {
  const rows = (owed?.items ?? []).map(({ id, title, excerpt, unit, receivedOn }) => ({
    id,
    title: title ?? excerpt,
    unit: unit.name,
    day: receivedOn,
    late: false,
  }));
  return { rows, more: (owed?.total ?? 0) - rows.length };
}
