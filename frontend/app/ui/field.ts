import {
  Component,
  ElementRef,
  afterRenderEffect,
  booleanAttribute,
  computed,
  contentChild,
  inject,
  input,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { FormField } from '@angular/forms/signals';
import { I18n } from '../i18n/i18n';
import { Icon } from './icon';

let fields = 0;

/**
 * The label, the hint and the error of a native control, wired to it for everybody.
 *
 *     <boucle-field [label]="t('…')" [hint]="t('…')">
 *       <input type="email" autocomplete="email" [formField]="form.email" />
 *     </boucle-field>
 *
 * Several radios or boxes are one field, whose label is a legend:
 *
 *     <boucle-field group [label]="t('…')"><div class="choices">…</div></boucle-field>
 *
 * The error shows once the person has left the field or tried to send. What is not `required` in
 * the form's schema is marked as optional.
 */
@Component({
  selector: 'boucle-field',
  imports: [Icon, NgTemplateOutlet],
  templateUrl: './field.html',
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Several controls under one legend. */
  readonly group = input(false, { transform: booleanAttribute });
  /** Keeps the label for screen readers only; for a search box beside its button. */
  readonly bare = input(false, { transform: booleanAttribute });

  protected readonly t = inject(I18n).t;
  protected readonly id = `field-${++fields}`;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly bound = contentChild(FormField, { descendants: true });
  private readonly state = computed(() => this.bound()?.state());

  protected readonly optional = computed(() => this.state()?.required() === false);

  protected readonly error = computed(() => {
    const state = this.state();
    const first = state?.touched() ? state.errors()[0] : undefined;
    return first && (first.message || this.sentenceOf(first.kind, { ...first }));
  });

  protected readonly described = computed(() =>
    [this.hint() && `${this.id}-hint`, this.error() && `${this.id}-error`]
      .filter(Boolean)
      .join(' '),
  );

  constructor() {
    afterRenderEffect({
      write: () => {
        const described = this.described();
        const invalid = this.error() !== undefined;
        const required = this.state()?.required() ?? false;
        const selector = this.group() ? 'fieldset' : 'input, select, textarea';
        const control = this.host.nativeElement.querySelector(selector);
        if (!control) return;
        const radios = this.group() && control.querySelector('input[type="radio"]') !== null;
        if (radios) control.setAttribute('role', 'radiogroup');
        if (!this.group()) control.id = this.id;
        if (radios || !this.group()) {
          control.setAttribute('aria-invalid', String(invalid));
          if (required) control.setAttribute('aria-required', 'true');
        }
        if (described) control.setAttribute('aria-describedby', described);
        else control.removeAttribute('aria-describedby');
      },
    });
  }

  private sentenceOf(kind: string, facts: Record<string, unknown>): string {
    switch (kind) {
      case 'required':
      case 'email':
      case 'minLength':
      case 'maxLength':
      case 'min':
      case 'max':
      case 'pattern':
        return this.t(`ui.fieldError.${kind}`, facts);
      default:
        return this.t('ui.fieldError.other');
    }
  }
}
