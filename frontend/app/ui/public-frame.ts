import { Component, effect, inject, input } from '@angular/core';
import { wearColour } from '../session/colour';
import { I18n } from '../i18n/i18n';
import { LanguageSwitch } from './language-switch';

/**
 * What surrounds the pages of those who have no account: the organisation's name and colour, the
 * language, and nothing to get lost in.
 *
 *     <boucle-public-frame [organization]="unit.organizationName" [colour]="unit.colour">…</boucle-public-frame>
 */
@Component({
  selector: 'boucle-public-frame',
  imports: [LanguageSwitch],
  template: `
    <a class="skip-link" href="#contenu" (click)="skip($event)">{{ t('shell.skip') }}</a>
    <header>
      <p class="name">{{ organization() }}</p>
      <boucle-language-switch />
    </header>
    <main id="contenu" tabindex="-1"><ng-content /></main>
  `,
  styleUrl: './public-frame.css',
})
export class PublicFrame {
  /** Its name; empty until the page knows it. */
  readonly organization = input('');
  readonly colour = input<string>();

  protected readonly t = inject(I18n).t;

  constructor() {
    effect(() => wearColour(this.colour() ?? ''));
  }

  /** With a <base>, a bare #contenu would leave the page. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('contenu')?.focus();
  }
}
