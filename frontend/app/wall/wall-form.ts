import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, required } from '@angular/forms/signals';
import { wallMaximum } from '../../../backend/domain/wall';
import type { WallPlaceDto } from '../../../backend/wall/wall.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { WallClient } from './wall-client';

/** The words as they will be shown, read once more before everybody does. */
@Component({
  selector: 'boucle-wall-form',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, Icon],
  template: `
    <boucle-dialog [title]="t('wall.form.title')" (dismissed)="closed.emit()">
      <form class="form" [formRoot]="form">
        <p><boucle-icon name="triangle-alert" /> {{ t('wall.form.warning') }}</p>
        <boucle-field
          [label]="t('wall.form.words')"
          [hint]="t('wall.form.wordsHint', { maximum: maximum })"
        >
          <textarea rows="5" dir="auto" [formField]="form.words"></textarea>
        </boucle-field>
        @if (place().mayTellOutcome) {
          <boucle-field [label]="t('wall.form.outcome')" [hint]="t('wall.form.outcomeHint')">
            <textarea rows="3" dir="auto" [formField]="form.outcome"></textarea>
          </boucle-field>
        }
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ t('wall.form.save') }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class WallForm {
  readonly feedbackId = input.required<string>();
  /** What the person wrote. */
  readonly body = input.required<string>();
  readonly place = input.required<WallPlaceDto>();
  readonly saved = output();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly maximum = wallMaximum;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(WallClient);
  private readonly toasts = inject(Toasts);

  private readonly model = linkedSignal(() => ({
    words: this.place().word?.words ?? this.body(),
    outcome: this.place().word?.outcome ?? '',
  }));
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.words);
      maxLength(path.words, wallMaximum);
      maxLength(path.outcome, wallMaximum);
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  private async save(): Promise<void> {
    await this.client.show(this.feedbackId(), this.model());
    this.saved.emit();
    this.closed.emit();
    this.toasts.show(this.t('wall.done'));
  }
}
