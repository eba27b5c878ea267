import { Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isSettled, type FeedbackMove } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { FeedbackClient } from './feedback-client';
import { QualifyForm } from './qualify-form';

/** What a feedback awaits, and the buttons of those who may give it: no other than its `moves`. */
@Component({
  selector: 'boucle-next-step',
  imports: [ErrorState, Icon, QualifyForm, ReasonDialog, RouterLink],
  templateUrl: './next-step.html',
  styleUrl: './next-step.css',
})
export class NextStep {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal<FeedbackMove | null>(null);
  protected readonly asking = signal<'dismiss' | 'resolve' | null>(null);
  protected readonly requalifying = signal(false);

  protected readonly awaits = computed(() => {
    const { state, moves } = this.feedback();
    return moves.length > 0 && !isSettled(state);
  });

  protected readonly qualifying = computed(
    () => this.mayQualify() && (this.feedback().state === 'received' || this.requalifying()),
  );

  protected readonly mayQualify = computed(() => this.may('qualify') || this.may('requalify'));

  /** Said once the work has begun: before that, the next step is plain. */
  protected readonly obstacles = computed(() => {
    const { state, obstacles, moves } = this.feedback();
    const isOn = state === 'in_progress' || state === 'resolved';
    return isOn && moves.length > 0
      ? obstacles.map((code) => code.replace('feedback.', '') as Obstacle)
      : [];
  });

  /** Resolving asks for a written decision where nothing was done, and waits for what is open. */
  protected readonly resolution = computed(() => {
    const { obstacles } = this.feedback();
    if (!this.may('resolve') || obstacles.includes('feedback.action_open')) return null;
    return obstacles.includes('feedback.nothing_done') ? 'decision' : 'ready';
  });

  protected readonly mayClose = computed(
    () => this.may('close') && this.feedback().obstacles.length === 0,
  );

  private left = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.left = true));
  }

  protected may(move: FeedbackMove): boolean {
    return this.feedback().moves.includes(move);
  }

  protected readonly dismiss = async (reason: string): Promise<void> => {
    const { id, reference } = this.feedback();
    await this.client.dismiss(id, { reason });
    this.toasts.show(this.t('feedback.dismissal.done', { reference }), () => this.restore());
  };

  protected readonly resolveWithout = async (decision: string): Promise<void> => {
    const { id, reference } = this.feedback();
    await this.client.resolve(id, { decision });
    this.toasts.show(this.t('feedback.resolution.done', { reference }));
  };

  protected resolve(): Promise<void> {
    const { id, reference } = this.feedback();
    return this.make('resolve', async () => {
      await this.client.resolve(id, {});
      const undo = (): Promise<void> => this.make('reopen', () => this.client.reopen(id));
      this.toasts.show(this.t('feedback.resolution.done', { reference }), undo);
    });
  }

  protected close(): Promise<void> {
    const { id, reference } = this.feedback();
    return this.make('close', async () => {
      await this.client.close(id);
      this.toasts.show(this.t('feedback.closed', { reference }), () => this.reopen());
    });
  }

  protected reopen(): Promise<void> {
    const { id, reference } = this.feedback();
    return this.make('reopen', async () => {
      await this.client.reopen(id);
      this.toasts.show(this.t('feedback.reopened', { reference }));
    });
  }

  protected restore(): Promise<void> {
    const { id, reference } = this.feedback();
    return this.make('restore', async () => {
      await this.client.restore(id);
      this.toasts.show(this.t('feedback.restored', { reference }));
    });
  }

  private async make(move: FeedbackMove, work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(move);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(error);
      // An undo may be asked for from another page, where nothing else would say that it failed.
      if (this.left) this.toasts.show(this.t('errors.title'));
    } finally {
      this.busy.set(null);
    }
  }
}

type Obstacle = 'action_open' | 'nothing_done' | 'answer_missing';
