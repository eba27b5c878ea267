import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HomeDto, Owed } from '../../../backend/home/home.dto';
import { ActionRow } from '../actions/action-row';
import { DeferralRow } from '../actions/deferral-row';
import { MySteps } from '../actions/my-steps';
import { FeedbackRow } from '../feedback/feedback-row';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { Calls } from './calls';

/** What I owe today, the most pressing first; then what I reported lately. */
@Component({
  selector: 'boucle-home',
  imports: [
    ActionRow,
    DeferralRow,
    Calls,
    EmptyState,
    ErrorState,
    FeedbackRow,
    Heading,
    Loading,
    MySteps,
    NgTemplateOutlet,
    RouterLink,
  ],
  templateUrl: './home.html',
  styleUrl: './home.css',
})
export class Home {
  protected readonly owed = httpResource<HomeDto>(() => '/api/home');
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  private readonly dates = inject(Dates);
  protected readonly mayWeigh = this.session.may('reminder.load');

  protected readonly greeting = computed(() => {
    const day = this.dates.day(this.owed.hasValue() ? this.owed.value().today : this.dates.today());
    const [name = ''] = this.session.me()?.person.name.split(' ') ?? [];
    return this.t('home.greeting', { name, day });
  });

  /** The parts that have something in them. */
  protected readonly parts = computed(() => {
    if (!this.owed.hasValue()) return null;
    const {
      disowned,
      late,
      myActions,
      toVerify,
      toDecide,
      toQualify,
      toReceive,
      toAsk,
      toAnswer,
      logged,
    } = this.owed.value();
    return {
      calls: this.owed.value().calls,
      mySteps: this.owed.value().mySteps,
      late: [part('home.late', late, { due: 'late', sort: 'due' })].filter(isFilled),
      actions: [
        part('home.myActions', myActions, { owner: 'me', status: 'open' }),
        part('home.disowned', disowned, { status: 'open' }),
        part('home.toVerify', toVerify, { status: 'toVerify' }),
      ].filter(isFilled),
      decisions: [part('home.toDecide', toDecide, {})].filter(isFilled),
      feedback: [
        part('home.toQualify', toQualify, { state: 'received', sort: 'oldest' }),
        part('home.toReceive', toReceive, { state: 'transferred', sort: 'oldest' }),
        part('home.toAsk', toAsk, { state: 'transferred', sort: 'oldest' }),
        part('home.toAnswer', toAnswer, { state: 'resolved', sort: 'oldest' }),
      ].filter(isFilled),
      logged: [part('home.logged', logged, {})].filter(isFilled),
    };
  });

  protected readonly free = computed(() => {
    const parts = this.parts();
    if (!parts) return false;
    const { calls, mySteps, late, actions, decisions, feedback } = parts;
    const lists = [late, actions, decisions, feedback].every(({ length }) => length === 0);
    return lists && calls.total === 0 && mySteps.total === 0;
  });
}

interface Part<Title, Item> extends Owed<Item> {
  title: Title;
  /** The filters of the list that holds the others. */
  filters: Record<string, string>;
}

function part<Title extends string, Item>(
  title: Title,
  owed: Owed<Item> | null,
  filters: Record<string, string>,
): Part<Title, Item> {
  return { title, filters, items: owed?.items ?? [], total: owed?.total ?? 0 };
}

function isFilled({ total }: { total: number }): boolean {
  return total > 0;
}
