import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { Session } from './session';
import { SignInForm } from './sign-in-form';

/** Over the page whose session is over; what was typed stays under it. */
@Component({
  selector: 'boucle-sign-in-again',
  imports: [Dialog, SignInForm],
  template: `
    <boucle-dialog [title]="t('session.expiredTitle')" (dismissed)="session.renewed(false)">
      <p>{{ t('session.expired') }}</p>
      <boucle-sign-in-form
        [who]="who()"
        [verb]="t('session.continue')"
        (signedIn)="session.renewed(true)"
      >
        <button class="button quiet" type="button" (click)="leave()">
          {{ t('session.another') }}
        </button>
      </boucle-sign-in-form>
    </boucle-dialog>
  `,
})
export class SignInAgain {
  protected readonly session = inject(Session);
  protected readonly t = inject(I18n).t;
  protected readonly who = computed(() => this.session.me()?.person.email);
  private readonly router = inject(Router);

  protected leave(): void {
    const to = this.router.url;
    this.session.forget();
    void this.router.navigate(['/connexion'], { queryParams: { to } });
  }
}
