import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecurrenceDto } from '../../../backend/effects/effect.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Toasts } from '../ui/toasts';
import { EffectClient } from './effect-client';

/** What was told again after an action was done; whoever verifies it may say that it is not the same. */
@Component({
  selector: 'boucle-recurrences',
  imports: [DayPipe, ErrorState, RouterLink],
  templateUrl: './recurrences.html',
  styles: `
    .excerpt {
      overflow-wrap: anywhere;
    }
  `,
})
export class Recurrences {
  readonly actionId = input.required<string>();
  readonly recurrences = input.required<readonly RecurrenceDto[]>();
  readonly mayDismiss = input.required<boolean>();
  readonly changed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(EffectClient);
  private readonly toasts = inject(Toasts);

  protected async dismiss({ feedbackId, reference }: RecurrenceDto): Promise<void> {
    const id = this.actionId();
    await this.decide(async () => {
      await this.client.dismiss(id, feedbackId);
      this.toasts.show(this.t('actions.effect.again.apartDone', { reference }), () =>
        this.decide(() => this.client.restore(id, feedbackId)),
      );
    });
  }

  protected restore({ feedbackId }: RecurrenceDto): Promise<void> {
    return this.decide(() => this.client.restore(this.actionId(), feedbackId));
  }

  private async decide(deed: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await deed();
      this.changed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }
}
