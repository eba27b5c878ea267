import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, FormRoot, form, max, maxLength, min, required } from '@angular/forms/signals';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';

/** How far the work has come: a number, a word if there is one to say, or « C’est fait ». */
@Component({
  selector: 'boucle-progress-form',
  imports: [ErrorState, Field, FormField, FormRoot, Icon, SendKeys],
  templateUrl: './progress-form.html',
  styleUrl: './progress-form.css',
})
export class ProgressForm {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly finishing = signal(false);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);

  protected readonly model = signal({ progress: 0, note: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.progress);
      min(path.progress, 0);
      max(path.progress, 100);
      maxLength(path.note, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  /** Whoever leads may say it too, but nobody waits for them, nor for an owner who disowned it. */
  protected readonly mine = computed(
    () => this.action().owner.id === this.me && !this.action().disowning,
  );
  private readonly me = inject(Session).me()?.person.id;

  /** What is noted elsewhere on the page stands here too. */
  private readonly noted = computed(() => this.action().progress);

  constructor() {
    effect(() => {
      const progress = this.noted();
      untracked(() => this.model.update((model) => ({ ...model, progress })));
    });
  }

  private async send(): Promise<void> {
    const { progress, note } = this.model();
    await this.client.report(this.action().id, {
      progress,
      done: false,
      ...(note.trim() && { note: note.trim() }),
    });
    this.model.update((model) => ({ ...model, note: '' }));
    this.form().reset();
    this.toasts.show(this.t('actions.progress.saved', { count: progress }));
  }

  protected async finish(): Promise<void> {
    if (this.finishing()) return;
    const { id, reference } = this.action();
    const note = this.model().note.trim();
    this.finishing.set(true);
    this.failure.set(null);
    try {
      await this.client.report(id, { progress: 100, done: true, ...(note && { note }) });
      this.toasts.show(this.t('actions.progress.finished', { reference }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.finishing.set(false);
    }
  }
}
