import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, email, form, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { roles } from '../../../backend/domain/permissions';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';

/** `/personnes/inviter`: a name, an address, a role, and the service it is held on. */
@Component({
  selector: 'boucle-invite-person',
  imports: [ErrorState, Field, FormField, FormRoot, Heading, RouterLink],
  templateUrl: './invite-person.html',
})
export class InvitePerson {
  protected readonly t = inject(I18n).t;
  protected readonly roles = roles;
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly units = unitList();
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ name: '', email: '', role: '', unitId: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      minLength(path.name, 2);
      required(path.email);
      email(path.email);
      required(path.role);
      required(path.unitId);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  private async send(): Promise<void> {
    const guest = this.model();
    await firstValueFrom(this.http.post('/api/people', guest));
    await this.router.navigateByUrl('/personnes');
    this.toasts.show(this.t('people.invite.sent', { email: guest.email }));
  }
}
