import { Component, inject, input, signal } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { I18n } from '../i18n/i18n';
import { Field } from '../ui/field';

/** The fewest characters that the server accepts. */
export const passwordMinimum = 12;

/**
 * A password being chosen: written once and shown on demand, since typing it blind twice helps
 * nobody.
 *
 *     <boucle-new-password [field]="form.password" />
 */
@Component({
  selector: 'boucle-new-password',
  imports: [Field, FormField],
  template: `
    <boucle-field
      [label]="t('session.newPassword')"
      [hint]="t('session.newPasswordHint', { count: minimum })"
    >
      <input
        [type]="visible() ? 'text' : 'password'"
        autocomplete="new-password"
        [formField]="field()"
      />
    </boucle-field>
    <label class="tick">
      <input type="checkbox" [checked]="visible()" (change)="visible.set(!visible())" />
      {{ t('session.show') }}
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
})
export class NewPassword {
  readonly field = input.required<FieldTree<string>>();

  protected readonly t = inject(I18n).t;
  protected readonly minimum = passwordMinimum;
  protected readonly visible = signal(false);
}
