import { Component, inject, input, output, signal, type OnInit } from '@angular/core';
import { FormField, FormRoot, email, form, required } from '@angular/forms/signals';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';

/** Asks the address as it should have been, before a letter that came to nothing is sent once more. */
@Component({
  selector: 'boucle-address-dialog',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot],
  template: `
    <boucle-dialog [title]="t('letters.correct.title')" (dismissed)="closed.emit()">
      <p>{{ t('letters.correct.text') }}</p>
      <form class="form" [formRoot]="form">
        <boucle-field [label]="t('letters.correct.address')" [hint]="t('letters.correct.hint')">
          <input type="email" autocomplete="off" [formField]="form.address" />
        </boucle-field>
        <boucle-error-state inForm [error]="failure()" />
        <div class="buttons">
          <button class="button primary" type="submit" [attr.aria-busy]="form().submitting()">
            {{ t('letters.resend') }}
          </button>
          <button class="button quiet" type="button" (click)="closed.emit()">
            {{ t('ui.cancel') }}
          </button>
        </div>
      </form>
    </boucle-dialog>
  `,
})
export class AddressDialog implements OnInit {
  /** The one that letters do not reach. */
  readonly address = input.required<string>();
  /** What is done with the corrected one; what it throws is shown in the dialog. */
  readonly send = input.required<(address: string) => Promise<unknown>>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ address: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.address);
      email(path.address);
      atMost(path.address, 254);
    },
    { submission: sending(() => this.decide(), this.failure) },
  );

  ngOnInit(): void {
    this.model.set({ address: this.address() });
  }

  private async decide(): Promise<void> {
    await this.send()(this.model().address.trim());
    this.closed.emit();
  }
}
