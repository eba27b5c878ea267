import { Component, computed, inject, input } from '@angular/core';
import type { HistoryEntryDto } from '../../../backend/journal/journal.dto';
import { Dates, MomentPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';

/**
 * Who did what, when, last first. The sentence of each verb is in `words`: « feedback.history ».
 *
 *     <boucle-history words="feedback.history" [entries]="feedback.history" />
 */
@Component({
  selector: 'boucle-history',
  imports: [MomentPipe],
  template: `
    <details class="prints">
      <summary>{{ t('ui.history') }} ({{ entries().length }})</summary>
      <ol class="lines">
        @for (line of lines(); track $index) {
          <li>
            <p>
              {{ line.sentence }}
              @if (line.said) {
                <q>{{ line.said }}</q>
              }
            </p>
            <p class="small soft">
              <time [attr.datetime]="line.at">{{ line.at | moment }}</time>
              @if (line.who) {
                · {{ line.who }}
              }
              @if (line.byMail) {
                · {{ t('ui.byMail') }}
              }
            </p>
          </li>
        }
      </ol>
    </details>
  `,
  styleUrl: './history.css',
})
export class History {
  readonly entries = input.required<readonly HistoryEntryDto[]>();
  /** Where the sentences of the verbs are. */
  readonly words = input.required<string>();

  private readonly i18n = inject(I18n);
  private readonly dates = inject(Dates);
  protected readonly t = this.i18n.t;

  protected readonly lines = computed(() =>
    this.entries()
      .map(({ at, who, verb, details }) => ({
        ...{ at, who, byMail: details['via'] === 'mail' },
        ...this.tell(verb, details),
      }))
      .reverse(),
  );

  private tell(
    verb: string,
    details: HistoryEntryDto['details'],
  ): { sentence: string; said: string } {
    const deed = verb.split('.').at(-1) ?? verb;
    const said = details['reason'] ?? details['note'] ?? details['decision'];
    const facts = Object.entries(details).map(([name, value]) => [name, this.readable(value)]);
    const sentence = this.i18n.find(
      `${this.words()}.${deed}`,
      Object.fromEntries(facts) as Record<string, unknown>,
    );
    return { sentence: sentence ?? verb, said: typeof said === 'string' ? said : '' };
  }

  private readable(value: unknown): unknown {
    const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isDay ? this.dates.day(value) : value;
  }
}
