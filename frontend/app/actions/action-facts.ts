import { Component, inject, input } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { DayPipe } from '../i18n/dates';

/** What is to be done, by whom, and what will tell that it worked. */
@Component({
  selector: 'boucle-action-facts',
  imports: [DayPipe],
  templateUrl: './action-facts.html',
})
export class ActionFacts {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
}
