import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReminderRulesPageDto } from '../../../backend/reminders/reminder-rules.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { rulesInWords } from './rules-in-words';

/** What the reminders do, among the other rules, and where they are changed. */
@Component({
  selector: 'boucle-reminder-part',
  imports: [ErrorState, RouterLink],
  template: `
    <h2>{{ t('reminderRules.title') }}</h2>
    @if (page.error(); as error) {
      <boucle-error-state [error]="error" (retry)="page.reload()" />
    }
    <ul>
      @for (sentence of sentences(); track $index) {
        <li>{{ sentence }}</li>
      }
    </ul>
    <div class="buttons">
      <a class="button" routerLink="/regles/rappels">{{ t('reminderRules.part.change') }}</a>
      <a class="button quiet" routerLink="/regles/charge-de-rappels">
        {{ t('reminderRules.part.load') }}
      </a>
    </div>
  `,
})
export class ReminderPart {
  private readonly i18n = inject(I18n);
  private readonly dates = inject(Dates);
  protected readonly t = this.i18n.t;
  protected readonly page = httpResource<ReminderRulesPageDto>(() => '/api/reminder-rules');

  protected readonly sentences = computed(() => {
    if (!this.page.hasValue()) return [];
    const { organization, units } = this.page.value();
    const own = units.filter((unit) => unit.own).map(({ name }) => name);
    const names = new Intl.ListFormat(this.i18n.locale()).format(own);
    return [
      ...rulesInWords(organization.rules, this.i18n, this.dates),
      ...(own.length > 0 ? [this.t('reminderRules.part.own', { count: own.length, names })] : []),
    ];
  });
}
