import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { readCode } from '../../../backend/domain/codes';
import { I18n } from '../i18n/i18n';
import { Field } from '../ui/field';

/** Ten signs and the hyphen between their two groups. */
const codeLength = 11;

/** Where a follow-up code is typed, however it was written down. */
@Component({
  selector: 'boucle-code-form',
  imports: [Field, FormField, FormRoot],
  template: `
    <form class="form" [formRoot]="form">
      <boucle-field [label]="t('public.followUp.code')" [hint]="t('public.followUp.codeHint')">
        <input
          class="code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          [formField]="form.code"
        />
      </boucle-field>
      <div class="buttons">
        <button class="button primary" type="submit">{{ t('public.followUp.see') }}</button>
      </div>
      <p class="soft">{{ t('public.followUp.lostCode') }}</p>
    </form>
  `,
  styles: `
    .code {
      max-width: 18rem;
      font-size: var(--size-large);
      letter-spacing: 0.08em;
      text-transform: uppercase;
    }
  `,
})
export class CodeForm {
  protected readonly t = inject(I18n).t;
  private readonly router = inject(Router);
  private readonly model = signal({ code: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.code);
      validate(path.code, ({ value }) =>
        value() === '' || readCode(value()).length === codeLength
          ? undefined
          : { kind: 'code', message: this.t('public.followUp.codeError') },
      );
    },
    {
      submission: {
        action: async () => {
          await this.router.navigate(['/suivi', readCode(this.model().code)]);
          return undefined;
        },
        onInvalid: (root) => root().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );
}
