import { Component, computed, inject, input } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { Dates, DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { dueHistory, type DueStep } from './due-steps';

/** How a due date came to be what it is: each day it had, why it moved, and who decided. */
@Component({
  selector: 'boucle-due-history',
  imports: [DayPipe],
  templateUrl: './due-history.html',
  styleUrl: './due-history.css',
})
export class DueHistory {
  readonly action = input.required<Pick<ActionDto, 'dueOn' | 'deferrals'>>();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  protected readonly history = computed(() => dueHistory(this.action()));

  /** « Prévue le 12 mars, reportée 2 fois. » */
  protected readonly sentence = computed(() => {
    const { first, count, onlyLater } = this.history();
    const day = this.dates.day(first);
    if (count === 0) return this.t('actions.deferral.history.unmoved', { day });
    const moved = onlyLater
      ? this.t('actions.deferral.history.later', { count })
      : this.t('actions.deferral.history.moved', { count });
    return `${this.t('actions.deferral.history.from', { day })} ${moved}`;
  });

  protected stepOf({ state, from, to }: DueStep): string {
    const days = { from: this.dates.day(from), to: this.dates.day(to) };
    return state === 'granted'
      ? this.t('actions.deferral.history.step', days)
      : this.t('actions.deferral.history.refusedStep', days);
  }

  protected decisionOf({ state, atOnce, asker, who, day }: DueStep): string {
    const facts = { asker, who, day: this.dates.day(day) };
    if (atOnce) return this.t('actions.deferral.history.atOnce', facts);
    return state === 'granted'
      ? this.t('actions.deferral.history.granted', facts)
      : this.t('actions.deferral.history.refused', facts);
  }
}
