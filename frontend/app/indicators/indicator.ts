import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { fewestAnswersShown } from '../../../backend/domain/satisfaction';
import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import { BornActions } from '../actions/born-actions';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Interval } from '../ui/interval';
import { SatisfactionTable, type SatisfactionRow } from '../ui/satisfaction-table';
import { Tag, type Tone } from '../ui/tag';
import { changeOver } from './change';
import { MonthChart } from './month-chart';

const tones: Record<string, Tone> = { met: 'proved', missed: 'late' };

/** One indicator: all together, against its target, month by month, and service by service. */
@Component({
  selector: 'boucle-indicator',
  imports: [BornActions, Icon, Interval, MonthChart, RouterLink, SatisfactionTable, Tag],
  templateUrl: './indicator.html',
  styleUrl: './indicator.css',
})
export class Indicator {
  readonly of = input.required<IndicatorDto>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly numbers = inject(Numbers);
  private readonly session = inject(Session);
  protected readonly mayAct = computed(() => this.session.may('action.create'));
  protected readonly fewest = fewestAnswersShown;
  protected readonly verdict = computed(() => this.of().againstTarget ?? 'inconclusive');
  protected readonly tone = computed(() => tones[this.verdict()] ?? 'neutral');

  protected readonly verdictSentence = computed(() =>
    this.t(`indicators.verdict.${this.of().againstTarget ?? 'tooFew'}`, {
      target: this.numbers.share(this.of().target),
    }),
  );

  /** What the line shows, said in one sentence. */
  protected readonly change = computed(() => {
    const change = changeOver(this.of().months);
    if (change.verdict === 'tooFew') {
      return this.t('indicators.change.tooFew', { fewest: fewestAnswersShown });
    }
    return this.t(`indicators.change.${change.verdict}`, {
      from: this.dates.day(change.from, 'month'),
      to: this.dates.day(change.to, 'month'),
      before: this.numbers.share(change.before),
      after: this.numbers.share(change.after),
    });
  });

  protected readonly monthRows = computed(() =>
    this.of().months.map(({ period, satisfaction }) => ({
      ...{ name: this.dates.day(period, 'month'), satisfaction },
      ...this.act({ point: period }),
    })),
  );

  protected readonly unitRows = computed(() =>
    this.of().units.map(({ unit, satisfaction }) => ({
      ...{ name: unit?.name ?? '', satisfaction },
      ...this.act({ service: unit?.id ?? '' }),
    })),
  );

  /** The way from one of its points to an action, for whoever may open one. */
  private act(point: Record<string, string>): Pick<SatisfactionRow, 'act'> {
    if (!this.mayAct()) return {};
    return { act: { link: '/actions/nouvelle', params: { indicateur: this.of().id, ...point } } };
  }
}
