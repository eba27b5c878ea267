import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';

/** That the owner said an action is not theirs: to be entrusted to somebody else, or not. */
@Component({
  selector: 'boucle-disowning',
  imports: [ErrorState, Icon, ReasonDialog, RouterLink],
  templateUrl: './disowning.html',
  styles: `
    :host {
      display: contents;
    }
    q {
      quotes: '« ' ' »';
    }
  `,
})
export class Disowning {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly keeping = signal(false);
  protected readonly sentence = computed(() => {
    const { disowning, owner } = this.action();
    if (!disowning) return '';
    const day = this.dates.day(disowning.on);
    return disowning.mine
      ? this.t('actions.disowning.mine', { day })
      : this.t('actions.disowning.theirs', { day, name: owner.name });
  });
  private readonly client = inject(ActionsClient);
  private readonly dates = inject(Dates);
  private readonly toasts = inject(Toasts);

  protected readonly keep = async (reason: string): Promise<void> => {
    const { name } = this.action().owner;
    await this.client.keepOwner(this.action().id, reason);
    this.toasts.show(this.t('actions.disowning.kept', { name }));
  };

  protected async ownAgain(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.client.ownAgain(this.action().id);
      this.toasts.show(this.t('actions.disowning.taken'));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
