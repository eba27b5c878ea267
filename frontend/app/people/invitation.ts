import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormRoot, form, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { InvitationDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { NewPassword, passwordMinimum } from '../session/new-password';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { PublicFrame } from '../ui/public-frame';
import { sending } from '../ui/sending';

/** `/invitation/:token`: an invited person chooses a password and comes in. */
@Component({
  selector: 'boucle-invitation',
  imports: [ErrorState, FormRoot, Heading, Loading, NewPassword, PublicFrame, RouterLink],
  templateUrl: './invitation.html',
})
export class Invitation {
  /** Bound from the address. */
  readonly token = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly address = computed(() => `/api/invitations/${encodeURIComponent(this.token())}`);
  protected readonly invitation = httpResource<InvitationDto>(() => this.address());
  protected readonly known = computed(() =>
    this.invitation.hasValue() ? this.invitation.value() : null,
  );
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ password: '' });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.password);
      minLength(path.password, passwordMinimum);
    },
    { submission: sending(() => this.accept(), this.failure) },
  );

  private async accept(): Promise<void> {
    await firstValueFrom(this.http.post(this.address(), this.model()));
    // Somebody else may have been signed in on this machine.
    this.session.forget();
    await this.session.open();
    await this.router.navigateByUrl('/');
  }
}
