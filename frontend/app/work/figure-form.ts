import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, required, validate } from '@angular/forms/signals';
import { v7 as newId } from 'uuid';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { evidenceLabelMaximum } from '../../../backend/domain/action-work';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { TakeFocus } from './take-focus';
import { WorkClient } from './work-client';

/** A figure that was read and proves something. */
@Component({
  selector: 'boucle-figure-form',
  imports: [ErrorState, Field, FormField, FormRoot, TakeFocus],
  template: `
    <form class="form" boucleTakeFocus [formRoot]="form">
      <boucle-field [label]="t('work.evidence.label')" [hint]="t('work.evidence.figureLabelHint')">
        <input autocomplete="off" [formField]="form.label" />
      </boucle-field>
      <div class="beside">
        <boucle-field [label]="t('work.evidence.value')">
          <input inputmode="decimal" autocomplete="off" [formField]="form.value" />
        </boucle-field>
        <boucle-field [label]="t('work.evidence.unit')" [hint]="t('work.evidence.unitHint')">
          <input autocomplete="off" [formField]="form.unit" />
        </boucle-field>
        <boucle-field [label]="t('work.evidence.day')">
          <input type="date" [formField]="form.day" />
        </boucle-field>
      </div>
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
export class FigureForm {
  readonly action = input.required<ActionDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(Toasts);
  private readonly id = newId();

  private readonly model = signal({ label: '', value: '', unit: '', day: inject(Dates).today() });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.label);
      atMost(path.label, evidenceLabelMaximum);
      required(path.value);
      validate(path.value, ({ value }) =>
        value() !== '' && readFigure(value()) === null
          ? { kind: 'number', message: this.t('work.evidence.number') }
          : undefined,
      );
      atMost(path.unit, 30);
      required(path.day);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const { label, value, unit, day } = this.model();
    const figure = { label: label.trim(), value: readFigure(value) ?? 0, unit: unit.trim(), day };
    await this.client.addFigure(this.action().id, this.id, figure);
    this.toasts.show(this.t('work.evidence.added', { label: figure.label }));
    this.closed.emit();
  }
}

/** A figure as people write it: « 1 250,5 »; null for what is none. */
export function readFigure(typed: string): number | null {
  const plain = typed.replace(/\s/g, '').replace(',', '.');
  return /^[+-]?\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null;
}
