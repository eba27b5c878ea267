import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { LanguageSwitch } from '../ui/language-switch';
import { Loop } from '../ui/loop';
import { SignInForm } from './sign-in-form';

/** `/connexion?to=/fiches/12`: sign in, then go where one was going. */
@Component({
  selector: 'boucle-sign-in',
  imports: [LanguageSwitch, Loop, SignInForm],
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.css',
})
export class SignIn {
  /** Bound from the address. */
  readonly to = input<string>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  /** Drawn by the server, which is told the language. */
  protected readonly followUp = computed(() => `/suivi?lang=${this.i18n.language()}`);
  private readonly router = inject(Router);

  /** Only inside: an address of another site must not be reachable through ours. */
  protected leave(): void {
    const to = this.to();
    const inside = to?.startsWith('/') && !to.startsWith('//');
    void this.router.navigateByUrl(inside && to ? to : '/');
  }
}
