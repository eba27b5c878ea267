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
import type { TransferChoicesDto } from '../../../backend/feedback/transfer.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { AsideClient } from './aside-client';

/** « Transmettre »: to another unit of the organisation, or to a partner outside. */
@Component({
  selector: 'boucle-transfer-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './transfer-dialog.html',
})
export class TransferDialog {
  readonly feedback = input.required<FeedbackDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly known = httpResource<TransferChoicesDto>(
    () => '/api/feedback/transfer-choices',
  );
  private readonly client = inject(AsideClient);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly partners = computed(() =>
    this.known.hasValue() ? this.known.value().partners : [],
  );
  protected readonly units = computed(() => {
    const units = this.known.hasValue() ? this.known.value().units : [];
    return units
      .filter(({ id }) => id !== this.feedback().unit.id)
      .map(({ id, name, depth }) => ({ id, name, label: '\u2003'.repeat(depth) + name }));
  });

  private readonly model = signal({
    ...{ where: 'unit', toUnitId: '', partner: '', contact: '', askOn: '', reason: '' },
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.where);
      hidden(path.toUnitId, ({ valueOf }) => valueOf(path.where) !== 'unit');
      for (const field of [path.partner, path.contact, path.askOn]) {
        hidden(field, ({ valueOf }) => valueOf(path.where) !== 'partner');
      }
      required(path.toUnitId);
      required(path.partner);
      minLength(path.partner, 2);
      maxLength(path.partner, 200);
      maxLength(path.contact, 500);
      required(path.askOn);
      required(path.reason);
      minLength(path.reason, 3);
      maxLength(path.reason, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  constructor() {
    effect(() => {
      if (!this.known.hasValue()) return;
      const { askOn } = this.known.value();
      untracked(() => this.model.update((typed) => ({ ...typed, askOn: typed.askOn || askOn })));
    });
  }

  /** A partner who is known comes with the way to reach them. */
  protected recall(): void {
    const { partner, contact } = this.model();
    const found = this.partners().find(({ name }) => name === partner);
    if (found?.contact && !contact) {
      this.model.update((typed) => ({ ...typed, contact: found.contact ?? '' }));
    }
  }

  private async send(): Promise<void> {
    const feedback = this.feedback();
    const { reference } = feedback;
    const { where, toUnitId, partner, contact, askOn, reason } = this.model();
    const outside = { partner: partner.trim(), contact: contact.trim(), askOn };
    const to =
      where === 'unit' ? this.units().find(({ id }) => id === toUnitId)?.name : outside.partner;
    const place = where === 'unit' ? { toUnitId } : outside;
    const isSeen = await this.client.transfer(feedback, { ...place, reason: reason.trim() });
    this.closed.emit();
    if (isSeen) {
      this.toasts.show(this.t('feedback.aside.transfer.done', { reference, to }), () =>
        this.client.settle(feedback, { outcome: 'taken_back' }),
      );
      return;
    }
    this.toasts.show(this.t('feedback.aside.transfer.gone', { reference, to }));
    await this.router.navigate(['/fiches'], { queryParamsHandling: 'preserve' });
  }
}
