import type { ElementRef } from '@angular/core';
import { Component, inject, input, signal, viewChild } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { stepTitleMaximum } from '../../../backend/domain/action-work';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { sending } from '../ui/sending';

/** One line to write a step on; the next can be written as soon as it is in. */
@Component({
  selector: 'boucle-step-adder',
  imports: [ErrorState, Field, FormField, FormRoot, Icon],
  template: `
    <form class="form" [formRoot]="form">
      <boucle-field [label]="t('work.steps.new')" [hint]="t('work.steps.newHint')">
        <div class="line">
          <input #field autocomplete="off" enterkeyhint="done" [formField]="form.title" />
          <button class="button" type="submit" [attr.aria-busy]="form().submitting()">
            <boucle-icon name="plus" /> {{ t('work.steps.addIt') }}
          </button>
        </div>
      </boucle-field>
      <boucle-error-state inForm [error]="failure()" />
    </form>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    .line input {
      flex: 1 1 14rem;
      width: auto;
      min-width: 0;
    }
  `,
})
export class StepAdder {
  /** Adds it; what it throws is shown here. */
  readonly add = input.required<(title: string) => Promise<unknown>>();

  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ title: '' });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.title);
      atMost(path.title, stepTitleMaximum);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const { title } = this.model();
    await this.add()(title.trim());
    // What was typed on while it was on its way is the next one.
    this.model.update((now) => ({ title: now.title === title ? '' : now.title }));
    this.form().reset();
    this.field().nativeElement.focus();
  }
}
