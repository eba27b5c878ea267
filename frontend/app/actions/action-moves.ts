import { Component, computed, inject, input, signal } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';
import { RescheduleDialog } from './reschedule-dialog';

/** What may be changed of an open action, each for a reason that its history keeps. */
@Component({
  selector: 'boucle-action-moves',
  imports: [Icon, ReasonDialog, RescheduleDialog],
  template: `
    @if (action().mayReschedule || action().mayAskDeferral || mayCancel()) {
      <div class="buttons">
        @if (action().mayReschedule) {
          <button class="button" type="button" (click)="asking.set('reschedule')">
            <boucle-icon name="calendar" /> {{ t('actions.act.reschedule') }}
          </button>
        }
        @if (action().mayAskDeferral) {
          <button class="button" type="button" (click)="asking.set('deferral')">
            <boucle-icon name="calendar" /> {{ t('actions.deferral.ask.act') }}
          </button>
        }
        @if (mayCancel()) {
          <button class="button quiet" type="button" (click)="asking.set('cancel')">
            <boucle-icon name="ban" /> {{ t('actions.act.cancel') }}
          </button>
        }
      </div>
    }
    @if (asking() === 'reschedule') {
      <boucle-reschedule-dialog [action]="action()" (closed)="asking.set(null)" />
    }
    @if (asking() === 'deferral') {
      <boucle-reschedule-dialog asks [action]="action()" (closed)="asking.set(null)" />
    }
    @if (asking() === 'cancel') {
      <boucle-reason-dialog
        [title]="t('actions.cancel.title')"
        [label]="t('actions.cancel.reason')"
        [hint]="t('actions.cancel.hint')"
        [verb]="t('actions.cancel.send')"
        [send]="cancel"
        (closed)="asking.set(null)"
      />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class ActionMoves {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly asking = signal<'reschedule' | 'deferral' | 'cancel' | null>(null);
  protected readonly mayCancel = computed(() => this.action().moves.includes('cancel'));
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);

  protected readonly cancel = async (reason: string): Promise<void> => {
    const { id, reference } = this.action();
    await this.client.cancel(id, { reason });
    this.toasts.show(this.t('actions.cancel.done', { reference }));
  };
}
