import { Component, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, email, form, required } from '@angular/forms/signals';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { serverErrors } from '../ui/server-errors';
import { remembered } from './memory';
import { Session } from './session';

/** The address and the password; on the sign-in page, and over any page whose session is over. */
@Component({
  selector: 'boucle-sign-in-form',
  imports: [ErrorState, Field, FormField, FormRoot],
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  /** Who must sign in again; without it, anybody may. */
  readonly who = input<string>();
  readonly verb = input.required<string>();
  readonly signedIn = output();

  private readonly session = inject(Session);
  protected readonly t = inject(I18n).t;
  protected readonly failure = signal<unknown>(null);
  protected readonly visible = signal(false);

  private readonly model = signal({ email: remembered('email') ?? '', password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      // Somebody who came by an invitation never typed it here.
      required(path.email, { when: () => this.who() === undefined });
      email(path.email);
      required(path.password);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: (root) => root().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  private async send(): Promise<ReturnType<typeof serverErrors>> {
    const { email, password } = this.model();
    this.failure.set(null);
    try {
      await this.session.signIn({ email: this.who() ?? email.trim(), password });
      this.signedIn.emit();
      return undefined;
    } catch (error) {
      return serverErrors(this.form, error, this.failure);
    }
  }
}
