import { Component, inject, input } from '@angular/core';
import type { TransferOutcome } from '../../../backend/domain/feedback';
import type { TransferDto } from '../../../backend/feedback/transfer.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';

/** Where it was sent: by whom, when, why, and whether it arrived. */
@Component({
  selector: 'boucle-transfers',
  imports: [DayPipe],
  template: `
    <section class="part" aria-labelledby="transfers">
      <h2 id="transfers">{{ t('feedback.aside.transfer.list') }}</h2>
      <ol class="rows">
        @for (transfer of transfers(); track transfer.id) {
          <li class="stack tight">
            <p>
              <strong>{{
                t('feedback.aside.transfer.fromTo', { from: transfer.from, to: transfer.to })
              }}</strong>
              {{
                t('feedback.aside.transfer.sent', {
                  day: (transfer.sentOn | day),
                  who: transfer.sentBy,
                })
              }}
            </p>
            <p class="written">{{ transfer.reason }}</p>
            @if (transfer.contact; as contact) {
              <p class="small">{{ t('feedback.aside.transfer.contactOf', { contact }) }}</p>
            }
            <p class="small soft">
              @if (transfer.outcome; as outcome) {
                {{
                  t('feedback.aside.transfer.settled', {
                    outcome: outcomeOf(outcome),
                    day: (transfer.settledOn ?? transfer.sentOn | day),
                    who: transfer.settledBy,
                  })
                }}
                @if (transfer.note; as note) {
                  <q>{{ note }}</q>
                }
              } @else {
                {{ t('feedback.aside.transfer.waiting') }}
              }
            </p>
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    li {
      padding-block: var(--space-3);
    }
  `,
})
export class Transfers {
  readonly transfers = input.required<readonly TransferDto[]>();

  protected readonly t = inject(I18n).t;

  protected outcomeOf(outcome: TransferOutcome): string {
    return this.t(`feedback.aside.transfer.outcome.${outcome}`);
  }
}
