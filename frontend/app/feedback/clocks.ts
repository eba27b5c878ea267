import { Component, computed, inject, input, signal } from '@angular/core';
import type { ClockReading } from '../../../backend/domain/deadlines';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { FeedbackClient } from './feedback-client';

/** What is owed to whoever spoke, by when, by which rule; and what was given in time, or late. */
@Component({
  selector: 'boucle-clocks',
  imports: [ErrorState, Icon],
  template: `
    <h2 class="visually-hidden">{{ t('feedback.clock.title') }}</h2>
    <ul>
      @for (clock of clocks(); track clock.clock) {
        <li [class.late]="clock.late" [class.met]="clock.met">
          <boucle-icon [name]="clock.late ? 'triangle-alert' : clock.met ? 'check' : 'clock'" />
          <div>
            <p class="what">{{ clock.words }}</p>
            <p class="small soft">{{ t('feedback.clock.basis', { basis: clock.basis }) }}</p>
          </div>
          @if (clock.clock === 'acknowledgement' && !clock.met && feedback().mayAnswer) {
            <button class="button" type="button" [attr.aria-busy]="busy()" (click)="acknowledge()">
              {{ t('feedback.clock.give') }}
            </button>
          }
        </li>
      }
    </ul>
    <boucle-error-state inForm [error]="failure()" />
  `,
  styleUrl: './clocks.css',
  host: { role: 'region', '[attr.aria-label]': `t('feedback.clock.title')` },
})
export class Clocks {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly dates = inject(Dates);
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  protected readonly clocks = computed(() =>
    this.feedback().clocks.map((reading) => ({
      clock: reading.clock,
      basis: reading.basis,
      met: reading.metOn !== null,
      late: reading.late && reading.metOn === null,
      words: this.wordsOf(reading),
    })),
  );

  private wordsOf({ clock, dueOn, metOn, late, daysLeft }: ClockReading): string {
    const day = this.dates.day(dueOn);
    if (!metOn) {
      const what = this.t(`feedback.clock.${clock}`, { day });
      const left = this.dates.deadline(daysLeft ?? 0, late);
      return this.t('feedback.clock.left', { what, left });
    }
    const met = this.t(`feedback.clock.met.${clock}`, { day: this.dates.day(metOn) });
    return late ? this.t('feedback.clock.metLate', { met, day }) : met;
  }

  protected acknowledge(): Promise<void> {
    const { id } = this.feedback();
    return this.make(async () => {
      await this.client.acknowledge(id);
      this.toasts.show(this.t('feedback.clock.given'), () =>
        this.make(() => this.client.takeBackAcknowledgement(id)),
      );
    });
  }

  private async make(work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
