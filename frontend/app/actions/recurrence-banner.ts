import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecurrenceOfDto } from '../../../backend/effects/effect.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

/** On a feedback: the actions that were done about what it tells again. */
@Component({
  selector: 'boucle-recurrence-banner',
  imports: [DayPipe, Icon, RouterLink],
  template: `
    @if (found.hasValue() && found.value().length > 0) {
      <section class="card awaits">
        <p><boucle-icon name="rotate-cw" /> {{ t('actions.effect.again.onFeedback') }}</p>
        <ul class="stack tight">
          @for (action of found.value(); track action.id) {
            <li>
              <a [routerLink]="['/actions', action.id]">{{ action.title }}</a>
              <span class="small">
                {{
                  t('actions.effect.again.onFeedbackAction', {
                    reference: action.reference,
                    day: (action.doneOn | day),
                  })
                }}
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class RecurrenceBanner {
  readonly feedbackId = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly found = httpResource<RecurrenceOfDto[]>(
    () => `/api/feedback/${this.feedbackId()}/recurrences`,
  );
}
