import { Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { isOpen } from '../../../backend/domain/action';
import { daysBetween } from '../../../backend/domain/days';
import type { ConsequenceDto } from '../../../backend/feedback/feedback.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Tag } from '../ui/tag';

/** When an action is due and how late it is, in words; or when it was done. */
@Component({
  selector: 'boucle-due-date',
  imports: [Tag],
  template: `
    <span>{{ when() }}</span>
    @if (late(); as late) {
      <boucle-tag tone="late">{{ late }}</boucle-tag>
    } @else if (near(); as near) {
      <span class="soft">({{ near }})</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) 0.5ch;
    }
  `,
})
export class DueDate {
  readonly action = input.required<
    Pick<ConsequenceDto, 'state' | 'dueOn' | 'doneOn' | 'late' | 'verdictOn'> &
      Partial<Pick<ConsequenceDto, 'checkDueOn'>>
  >();

  /** In a list, where days are scanned rather than read. */
  readonly brief = input(false, { transform: booleanAttribute });

  private readonly dates = inject(Dates);
  private readonly t = inject(I18n).t;
  private readonly today = this.dates.today();

  protected readonly when = computed(() => {
    const { state, dueOn, doneOn, verdictOn, checkDueOn } = this.action();
    const style = this.brief() ? 'short' : 'long';
    if (state === 'verified' && verdictOn)
      return this.t('actions.due.verifiedOn', { day: this.dates.day(verdictOn, style) });
    if (state === 'done' && doneOn && checkDueOn && checkDueOn > this.today)
      return this.t('actions.due.doneToVerify', {
        day: this.dates.day(doneOn, style),
        from: this.dates.day(checkDueOn, style),
      });
    if (state === 'done' && doneOn)
      return this.t('actions.due.doneOn', { day: this.dates.day(doneOn, style) });
    const key = state === 'cancelled' ? 'actions.due.wasFor' : 'actions.due.on';
    return this.t(key, { day: this.dates.day(dueOn, style) });
  });

  protected readonly late = computed(() => {
    const { late, dueOn } = this.action();
    const count = Math.max(1, daysBetween(dueOn, this.today));
    return late ? this.t('actions.due.late', { count }) : null;
  });

  /** « dans 3 jours » helps within two weeks; further, the date says more. */
  protected readonly near = computed(() => {
    const { state, dueOn } = this.action();
    const left = daysBetween(this.today, dueOn);
    return isOpen(state) && left >= 0 && left <= 14 ? this.dates.near(dueOn, this.today) : null;
  });
}
