import { Component, computed, inject, model } from '@angular/core';
import { mostSteps } from '../../../backend/domain/reminders';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { wrongFields, type FieldOfRules, type RulesDraft } from './rules-draft';
import { weekdayName } from './rules-in-words';

/** When people are reminded, as it is being written. */
@Component({
  selector: 'boucle-reminder-form',
  imports: [Icon],
  templateUrl: './reminder-form.html',
  styleUrl: './reminder-form.css',
})
export class ReminderForm {
  readonly draft = model.required<RulesDraft>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly most = mostSteps;
  protected readonly roles = ['manager', 'quality_manager'] as const;
  protected readonly wrong = computed(() => wrongFields(this.draft()));
  /** Monday first. */
  protected readonly weekdays = computed(() =>
    [1, 2, 3, 4, 5, 6, 0].map((day) => ({ day, name: weekdayName(day, this.i18n.locale()) })),
  );

  protected isWrong(field: FieldOfRules): boolean {
    return this.wrong().includes(field);
  }

  protected change(part: Partial<RulesDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected quiet(weekday: number, isQuiet: boolean): void {
    const others = this.draft().quietWeekdays.filter((day) => day !== weekday);
    this.change({ quietWeekdays: isQuiet ? [...others, weekday].sort() : others });
  }

  protected addDay(): void {
    const { days } = this.draft();
    this.change({ days: [...days, Math.max(0, ...days) + 7] });
  }

  protected addLevel(): void {
    const { escalation } = this.draft();
    const after = Math.max(0, ...escalation.map((level) => level.after)) + 7;
    this.change({ escalation: [...escalation, { after, to: 'manager' }] });
  }

  protected addClosure(): void {
    this.change({ quietPeriods: [...this.draft().quietPeriods, { from: '', to: '' }] });
  }

  /** The same list with one of its items changed. */
  protected with<Item>(list: readonly Item[], at: number, item: Item): Item[] {
    return list.map((one, nth) => (nth === at ? item : one));
  }

  /** The same list without one of its items; the focus goes to the button that adds one. */
  protected without<Item>(list: readonly Item[], at: number, button: HTMLElement): Item[] {
    button.focus();
    return list.filter((_, nth) => nth !== at);
  }
}
