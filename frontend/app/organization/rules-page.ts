import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { RulesDto } from '../../../backend/organization/rules.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { DeadlineRules } from './deadline-rules';
import { GridRules } from './grid-rules';
import { ReminderPart } from '../reminder-rules/reminder-part';
import { ThemeRules } from './theme-rules';

/** `/regles`: by what feedback is answered, rated and sorted. */
@Component({
  selector: 'boucle-rules-page',
  imports: [DeadlineRules, ErrorState, GridRules, Heading, Loading, ReminderPart, ThemeRules],
  template: `
    <boucle-heading [title]="t('organization.rules.title')" [lead]="t('organization.rules.lead')" />
    @if (rules.error(); as error) {
      <boucle-error-state [error]="error" (retry)="rules.reload()" />
    } @else if (rules.hasValue()) {
      <div class="stack loose">
        <boucle-deadline-rules class="part" [deadlines]="rules.value().deadlines" />
        <boucle-grid-rules
          class="part"
          [versions]="rules.value().grids"
          (changed)="rules.reload()"
        />
        <boucle-reminder-part class="part" />
        <boucle-theme-rules class="part" [themes]="rules.value().themes" />
      </div>
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class RulesPage {
  protected readonly t = inject(I18n).t;
  protected readonly rules = httpResource<RulesDto>(() => '/api/organization/rules');
}
