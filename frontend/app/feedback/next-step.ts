import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { isSettled, type FeedbackMove } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { Arrival } from './arrival';
import { AsideClient } from './aside-client';
import { FeedbackClient } from './feedback-client';
import { QualifyForm } from './qualify-form';
import { TransferDialog } from './transfer-dialog';
import { Triage } from './triage';

/** What a feedback awaits, and the buttons of those who may give it: no other than its `moves`. */
@Component({
  selector: 'boucle-next-step',
  imports: [Arrival, ErrorState, Icon, QualifyForm, ReasonDialog, RouterLink, TransferDialog],
  templateUrl: './next-step.html',
  styleUrl: './next-step.css',
})
export class NextStep {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);
  private readonly aside = inject(AsideClient);
  private readonly dates = inject(Dates);

  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal<FeedbackMove | null>(null);
  protected readonly asking = signal<'dismiss' | 'resolve' | null>(null);
  protected readonly requalifying = signal(false);
  protected readonly transferring = signal(false);

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
    const { obstacles, state, transfers } = this.feedback();
    // Sent elsewhere, it is resolved once it has arrived.
    if (state === 'transferred' && transfers.at(-1)?.outcome !== 'received') return null;
    if (!this.may('resolve') || obstacles.includes('feedback.action_open')) return null;
    return obstacles.includes('feedback.nothing_done') ? 'decision' : 'ready';
  });

  /** What was found out of a transfer is the decision, unless it is written otherwise. */
  protected readonly proposed = computed(() => {
    const transfer = this.feedback().transfers.at(-1);
    if (this.feedback().state !== 'transferred' || !transfer?.settledOn) return '';
    const { to, settledOn } = transfer;
    return this.t('feedback.aside.arrival.proposed', { to, day: this.dates.day(settledOn) });
  });

  protected readonly mayClose = computed(
    () => this.may('close') && this.feedback().obstacles.length === 0,
  );

  private readonly triage = inject(Triage);
  private left = false;

  constructor() {
    effect(() => {
      const wish = this.triage.wish();
      if (wish?.id !== this.feedback().id) return;
      untracked(() => (wish.deed === 'dismiss' ? this.ask() : this.open()));
    });
    inject(DestroyRef).onDestroy(() => (this.left = true));
  }

  /** Whoever asks for the form of what is qualified already means to change it. */
  private open(): void {
    if (!this.mayQualify()) this.triage.wish.set(null);
    else if (this.feedback().state !== 'received') this.requalifying.set(true);
  }

  /** Dismissing was asked for by a key, maybe before the record was there. */
  private ask(): void {
    this.triage.wish.set(null);
    if (this.may('dismiss')) this.asking.set('dismiss');
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

  protected split(): Promise<void> {
    const { id, reference } = this.feedback();
    return this.make('split', async () => {
      await this.aside.split(id, id);
      this.toasts.show(this.t('feedback.aside.split.done', { reference }));
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
