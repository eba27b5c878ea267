import { Component, computed, inject, input, signal } from '@angular/core';
import type { DrawnActionDto } from '../../../backend/action-views/action-views.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';
import { FinishDialog } from './finish-dialog';
import { whyNot } from './refused';

/** How far the steps of one click go. */
const steps = [25, 50, 75] as const;

/** Says in one click how far an action has come; that it is done asks once, as nothing undoes it. */
@Component({
  selector: 'boucle-quick-progress',
  imports: [FinishDialog, Icon],
  template: `
    <div class="steps" role="group" [attr.aria-label]="name()">
      @for (step of steps; track step) {
        <button
          class="button quiet"
          type="button"
          [attr.aria-pressed]="row().progress === step"
          [attr.aria-busy]="sending() === step || null"
          (click)="report(step)"
        >
          {{ t('actions.progress.percent', { count: step }) }}
        </button>
      }
      <button class="button" type="button" (click)="finishing.set(true)">
        <boucle-icon name="check" /> {{ t('actions.progress.done') }}
      </button>
    </div>
    @if (finishing()) {
      <boucle-finish-dialog [action]="row()" (closed)="finishing.set(false)" />
    }
  `,
  styles: `
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
    .quiet {
      padding-inline: var(--space-3);
    }
    [aria-pressed='true'] {
      background: var(--act-wash);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class QuickProgress {
  readonly row = input.required<DrawnActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly steps = steps;
  protected readonly sending = signal<number | null>(null);
  protected readonly finishing = signal(false);
  protected readonly name = computed(() =>
    this.t('actions.views.mine.progressOf', { title: this.row().title }),
  );
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);

  /** The step before comes back with « Annuler »; an action that was started stays so. */
  protected async report(progress: number, undoing = false): Promise<void> {
    if (this.sending() !== null) return;
    const { id, progress: before } = this.row();
    if (progress === before) return;
    this.sending.set(progress);
    try {
      await this.client.report(id, { progress, done: false });
      this.toasts.show(
        this.t('actions.progress.saved', { count: progress }),
        undoing ? null : () => this.report(before, true),
      );
    } catch (error) {
      this.toasts.show(whyNot(error, this.t('errors.title')));
    } finally {
      this.sending.set(null);
    }
  }
}
