import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, email, form, minLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { I18n } from '../i18n/i18n';
import { NewPassword, passwordMinimum } from '../session/new-password';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { PublicFrame } from '../ui/public-frame';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';

/** `/bienvenue`: the organisation and its administrator, while there is none. */
@Component({
  selector: 'boucle-first-run',
  imports: [ErrorState, Field, FormField, FormRoot, Heading, NewPassword, PublicFrame],
  templateUrl: './first-run.html',
})
export class FirstRun {
  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ organizationName: '', name: '', email: '', password: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.organizationName);
      minLength(path.organizationName, 2);
      required(path.name);
      minLength(path.name, 2);
      required(path.email);
      email(path.email);
      required(path.password);
      minLength(path.password, passwordMinimum);
    },
    { submission: sending(() => this.open(), this.failure) },
  );

  private async open(): Promise<void> {
    await firstValueFrom(this.http.post('/api/organizations', this.model()));
    await this.session.open();
    await this.router.navigateByUrl('/services');
    this.toasts.show(this.t('people.firstRun.done'));
  }
}
