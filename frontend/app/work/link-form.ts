import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, required, validate } from '@angular/forms/signals';
import { v7 as newId } from 'uuid';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { evidenceLabelMaximum, isSafeLink, linkMaximum } from '../../../backend/domain/action-work';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { TakeFocus } from './take-focus';
import { WorkClient } from './work-client';

/** A page elsewhere that proves something. */
@Component({
  selector: 'boucle-link-form',
  imports: [ErrorState, Field, FormField, FormRoot, TakeFocus],
  template: `
    <form class="form" boucleTakeFocus [formRoot]="form">
      <boucle-field [label]="t('work.evidence.label')" [hint]="t('work.evidence.linkLabelHint')">
        <input autocomplete="off" [formField]="form.label" />
      </boucle-field>
      <boucle-field [label]="t('work.evidence.address')" [hint]="t('work.evidence.addressHint')">
        <input type="url" autocomplete="off" [formField]="form.address" />
      </boucle-field>
      <boucle-error-state inForm [error]="failure()" />
      <div class="buttons">
        <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
          {{ t('work.add') }}
        </button>
        <button class="button quiet" type="button" (click)="closed.emit()">
          {{ t('ui.cancel') }}
        </button>
      </div>
    </form>
  `,
})
export class LinkForm {
  readonly action = input.required<ActionDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(Toasts);
  private readonly id = newId();

  private readonly model = signal({ label: '', address: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.label);
      atMost(path.label, evidenceLabelMaximum);
      required(path.address);
      atMost(path.address, linkMaximum);
      validate(path.address, ({ value }) =>
        value() !== '' && !isSafeLink(value().trim())
          ? { kind: 'unsafe', message: this.t('work.evidence.unsafe') }
          : undefined,
      );
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const { label, address } = this.model();
    const link = { label: label.trim(), address: address.trim() };
    await this.client.addLink(this.action().id, this.id, link);
    this.toasts.show(this.t('work.evidence.added', { label: link.label }));
    this.closed.emit();
  }
}
