import {
  Component,
  booleanAttribute,
  computed,
  inject,
  input,
  output,
  signal,
  type OnInit,
} from '@angular/core';
import { FormField, FormRoot, form, minLength, required } from '@angular/forms/signals';
import { startBefore } from '../../../backend/domain/deferral';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { Dialog } from '../ui/dialog';
import { ownDraft } from '../session/own-draft';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';
import { whyNot } from './refused';

/** Another due date, and why: asked for, or decided at once. */
@Component({
  selector: 'boucle-reschedule-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <boucle-dialog [title]="words().title" (dismissed)="closed.emit()">
      <form class="form" [formRoot]="form" boucleSendKeys>
        <boucle-field [label]="words().dueOn" [hint]="hint()">
          <input type="date" [formField]="form.dueOn" />
        </boucle-field>
        <boucle-field [label]="words().reason" [hint]="words().hint">
          <textarea rows="3" [formField]="form.reason"></textarea>
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ words().send }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class RescheduleDialog implements OnInit {
  readonly action = input.required<ActionDto>();
  /** Asks for it, where its owner may not decide. */
  readonly asks = input(false, { transform: booleanAttribute });
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly dates = inject(Dates);

  private readonly model = signal({ dueOn: '', reason: '' });
  private readonly draft = ownDraft(() => `due.${this.action().id}`, this.model);
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.dueOn);
      required(path.reason);
      minLength(path.reason, 3);
      atMost(path.reason, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  protected readonly words = computed(() => {
    const room = this.asks() ? 'actions.deferral.ask' : 'actions.reschedule';
    return {
      title: this.t(`${room}.title`),
      dueOn: this.t(`${room}.dueOn`),
      reason: this.t(`${room}.reason`),
      hint: this.t(`${room}.hint`),
      send: this.t(`${room}.send`),
    };
  });

  /** The day it is due now, and what else the new one moves. */
  protected readonly hint = computed(() => {
    const { dueOn, startOn } = this.action();
    const present = this.t('actions.deferral.ask.present', { day: this.dates.day(dueOn) });
    const chosen = this.model().dueOn;
    if (!chosen || !startOn || startBefore(startOn, chosen) === startOn) return present;
    const follows = { day: this.dates.day(startOn) };
    return `${present} ${this.t('actions.deferral.startFollows', follows)}`;
  });

  ngOnInit(): void {
    this.model.set({ dueOn: this.action().dueOn, reason: '' });
  }

  private async send(): Promise<void> {
    const { dueOn, reason } = this.model();
    const { id } = this.action();
    const change = { dueOn, reason: reason.trim() };
    const day = this.dates.day(dueOn);
    if (this.asks()) {
      const { deferrals } = await this.client.ask(id, change);
      const asked = deferrals.find(({ state }) => state === 'asked');
      this.toasts.show(
        this.t('actions.deferral.ask.done', { day }),
        asked ? () => this.takeBack(id, asked.id) : null,
      );
    } else {
      await this.client.reschedule(id, change);
      this.toasts.show(this.t('actions.reschedule.done', { day }));
    }
    this.draft.sent(change);
    this.closed.emit();
  }

  private async takeBack(id: string, deferralId: string): Promise<void> {
    try {
      await this.client.withdraw(id, deferralId);
    } catch (error) {
      this.toasts.show(whyNot(error, this.t('errors.title')));
    }
  }
}
