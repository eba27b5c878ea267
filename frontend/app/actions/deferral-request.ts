import { Component, computed, inject, input, signal } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { DeferralDto } from '../../../backend/actions/deferrals.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Confirm } from '../ui/confirm';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { ReasonDialog } from '../ui/reason-dialog';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';
import { whyNot } from './refused';

/** A request for a later due date that waits: to be decided, or taken back by whoever asked. */
@Component({
  selector: 'boucle-deferral-request',
  imports: [ErrorState, Icon, ReasonDialog],
  templateUrl: './deferral-request.html',
  styles: `
    :host {
      display: contents;
    }
    q {
      quotes: '« ' ' »';
    }
  `,
})
export class DeferralRequest {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly refusing = signal<DeferralDto | null>(null);
  protected readonly asked = computed(() =>
    this.action().deferrals.find(({ state }) => state === 'asked'),
  );
  protected readonly sentence = computed(() => {
    const asked = this.asked();
    if (!asked) return '';
    const days = { from: this.dates.day(asked.from), to: this.dates.day(asked.to) };
    return asked.askedBy.id === this.me
      ? this.t('actions.deferral.request.mine', days)
      : this.t('actions.deferral.request.theirs', { ...days, name: asked.askedBy.name });
  });
  protected readonly mayDecide = computed(() => this.asked()?.moves.includes('refuse') ?? false);
  protected readonly isOver = computed(() => (this.asked()?.to ?? '') < this.dates.today());
  protected readonly day = computed(() => this.dates.day(this.action().dueOn));
  private readonly me = inject(Session).me()?.person.id;
  private readonly client = inject(ActionsClient);
  private readonly confirm = inject(Confirm);
  private readonly dates = inject(Dates);
  private readonly toasts = inject(Toasts);

  protected async grant({ id, to, askedBy }: DeferralDto): Promise<void> {
    const day = this.dates.day(to);
    const question = {
      title: this.t('actions.deferral.grant.title', { day }),
      text: this.t('actions.deferral.grant.text', { name: askedBy.name }),
      verb: this.t('actions.deferral.request.grant'),
    };
    if (!(await this.confirm.ask(question))) return;
    await this.make(async () => {
      await this.client.decide(this.action().id, id, { decision: 'grant' });
      this.toasts.show(this.t('actions.deferral.grant.done', { day }));
    });
  }

  protected readonly refuse = async (note: string): Promise<void> => {
    const asked = this.refusing();
    if (!asked) return;
    await this.client.decide(this.action().id, asked.id, { decision: 'refuse', note });
    this.toasts.show(this.t('actions.deferral.refuse.done', { day: this.day() }));
  };

  protected withdraw({ id, to, reason }: DeferralDto): Promise<void> {
    const { id: actionId, owner } = this.action();
    const askAgain = () =>
      this.client
        .ask(actionId, { dueOn: to, reason })
        .catch((error: unknown) => this.toasts.show(whyNot(error, this.t('errors.title'))));
    return this.make(async () => {
      await this.client.withdraw(actionId, id);
      const undo = owner.id === this.me ? askAgain : null;
      this.toasts.show(this.t('actions.deferral.request.withdrawn'), undo);
    });
  }

  private async make(deed: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await deed();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
