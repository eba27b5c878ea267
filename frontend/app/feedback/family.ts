import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { RelativeDto } from '../../../backend/feedback/family.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { AsideClient } from './aside-client';

/** How many people say this, and who joined it. */
@Component({
  selector: 'boucle-family',
  imports: [DayPipe, ErrorState, Icon, RouterLink],
  templateUrl: './family.html',
  styleUrl: './family.css',
})
export class Family {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal('');
  protected readonly people = computed(() => this.feedback().family.joined.length + 1);
  private readonly client = inject(AsideClient);
  private readonly toasts = inject(Toasts);

  protected async split({ id, reference }: RelativeDto): Promise<void> {
    if (this.busy() || !id) return;
    this.busy.set(id);
    this.failure.set(null);
    try {
      await this.client.split(id, this.feedback().id);
      this.toasts.show(this.t('feedback.aside.split.done', { reference }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set('');
    }
  }
}
