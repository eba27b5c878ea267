import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  FormField,
  FormRoot,
  form,
  hidden,
  maxLength,
  minLength,
  required,
} from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { TransferChoicesDto, TransferDto } from '../../../backend/feedback/transfer.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { AsideClient } from './aside-client';

/** What those who were asked said: they have it, not yet, or it is not for them. */
export type Arrival = 'yes' | 'notYet' | 'back';

/** Writes down whether it arrived, and what is known of it. */
@Component({
  selector: 'boucle-arrival-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <boucle-dialog [title]="words().title" (dismissed)="closed.emit()">
      <form class="form" [formRoot]="form" boucleSendKeys>
        @if (!form.askOn().hidden()) {
          <boucle-field [label]="t('feedback.aside.arrival.askOn')">
            <input type="date" [formField]="form.askOn" />
          </boucle-field>
        }
        <boucle-field [label]="words().note" [hint]="words().hint">
          <textarea rows="3" [formField]="form.note"></textarea>
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ words().verb }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class ArrivalDialog {
  readonly feedback = input.required<FeedbackDto>();
  readonly transfer = input.required<TransferDto>();
  readonly answer = input.required<Arrival>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(AsideClient);
  private readonly toasts = inject(Toasts);
  private readonly dates = inject(Dates);
  private readonly router = inject(Router);
  private readonly known = httpResource<TransferChoicesDto>(() => '/api/feedback/transfer-choices');

  private readonly model = signal({ note: '', askOn: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      hidden(path.askOn, () => this.answer() !== 'notYet');
      required(path.askOn);
      required(path.note, { when: () => this.answer() === 'back' });
      minLength(path.note, 3);
      maxLength(path.note, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  protected readonly words = computed(() => {
    const { to, from } = this.transfer();
    const save = this.t('feedback.aside.arrival.save');
    switch (this.answer()) {
      case 'yes':
        return {
          title: this.t('feedback.aside.arrival.yesTitle', { to }),
          note: this.t('feedback.aside.arrival.yesNote'),
          hint: this.t('feedback.aside.arrival.yesHint'),
          verb: save,
        };
      case 'notYet':
        return {
          title: this.t('feedback.aside.arrival.notYetTitle', { to }),
          note: this.t('feedback.aside.arrival.notYetNote'),
          hint: '',
          verb: save,
        };
      case 'back':
        return {
          title: this.t('feedback.aside.arrival.backTitle', { from }),
          note: this.t('feedback.aside.arrival.backReason'),
          hint: this.t('feedback.aside.arrival.backHint', { from }),
          verb: this.t('feedback.aside.arrival.back'),
        };
    }
  });

  constructor() {
    effect(() => {
      if (!this.known.hasValue()) return;
      const { askOn } = this.known.value();
      untracked(() => this.model.update((typed) => ({ ...typed, askOn: typed.askOn || askOn })));
    });
  }

  private async send(): Promise<void> {
    const { note, askOn } = this.model();
    const { reference } = this.feedback();
    const { from } = this.transfer();
    const answer = this.answer();
    const isSeen = await this.client.settle(this.feedback(), {
      outcome: answer === 'yes' ? 'received' : 'not_received',
      ...(note.trim() && { note: note.trim() }),
      ...(answer === 'notYet' && { askOn }),
    });
    const done = {
      yes: () => this.t('feedback.aside.arrival.receivedDone', { reference }),
      notYet: () => this.t('feedback.aside.arrival.laterDone', { day: this.dates.day(askOn) }),
      back: () => this.t('feedback.aside.arrival.backDone', { reference, from }),
    };
    this.toasts.show(done[answer]());
    this.closed.emit();
    if (!isSeen) await this.router.navigate(['/fiches'], { queryParamsHandling: 'preserve' });
  }
}
