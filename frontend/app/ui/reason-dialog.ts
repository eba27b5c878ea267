import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, form, minLength, required } from '@angular/forms/signals';
import { I18n } from '../i18n/i18n';
import { atMost } from './at-most';
import { Dialog } from './dialog';
import { ErrorState } from './error-state';
import { Field } from './field';
import { SendKeys } from './send-keys';
import { sending } from './sending';

/**
 * Asks for a reason in writing before something is done, and does it.
 *
 *     <boucle-reason-dialog [title]="t('…')" [label]="t('…')" [hint]="t('…')" [verb]="t('…')"
 *       [send]="dismiss" (closed)="asking.set(false)" />
 */
@Component({
  selector: 'boucle-reason-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  template: `
    <boucle-dialog [title]="title()" (dismissed)="closed.emit()">
      <form class="form" [formRoot]="form" boucleSendKeys>
        <boucle-field [label]="label()" [hint]="hint()">
          <textarea rows="4" [formField]="form.reason"></textarea>
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ verb() }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class ReasonDialog implements OnInit {
  readonly title = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** What the reason is, unless it is written otherwise. */
  readonly proposed = input('');
  /** The verb of the button. */
  readonly verb = input.required<string>();
  /** What is done with the reason; what it throws is shown in the dialog. */
  readonly send = input.required<(reason: string) => Promise<unknown>>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ reason: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.reason);
      minLength(path.reason, 3);
      atMost(path.reason, 2000);
    },
    { submission: sending(() => this.decide(), this.failure) },
  );

  ngOnInit(): void {
    this.model.set({ reason: this.proposed() });
  }

  private async decide(): Promise<void> {
    await this.send()(this.model().reason.trim());
    this.closed.emit();
  }
}
