import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { SettleTransferDto } from '../../../backend/feedback/transfer.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { ArrivalDialog, type Arrival as Answer } from './arrival-dialog';
import { AsideClient } from './aside-client';

/** Where it was sent, and whether it arrived: asked of those who follow it. */
@Component({
  selector: 'boucle-arrival',
  imports: [ArrivalDialog, DayPipe, ErrorState, Icon],
  templateUrl: './arrival.html',
  host: { class: 'stack' },
})
export class Arrival {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly asking = signal<Answer | null>(null);
  protected readonly transfer = computed(() => this.feedback().transfers.at(-1));
  protected readonly mayTell = computed(() => this.feedback().moves.includes('receive'));
  private readonly client = inject(AsideClient);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected receive(): Promise<void> {
    return this.make({ outcome: 'received' }, 'feedback.aside.arrival.receivedDone');
  }

  protected takeBack(): Promise<void> {
    return this.make({ outcome: 'taken_back' }, 'feedback.aside.transfer.undone');
  }

  private async make(
    answer: SettleTransferDto,
    words: 'feedback.aside.arrival.receivedDone' | 'feedback.aside.transfer.undone',
  ): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    const { reference } = this.feedback();
    try {
      const isSeen = await this.client.settle(this.feedback(), answer);
      this.toasts.show(this.t(words, { reference }));
      if (!isSeen) await this.router.navigate(['/fiches'], { queryParamsHandling: 'preserve' });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
