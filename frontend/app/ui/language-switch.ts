import { Component, inject } from '@angular/core';
import { I18n } from '../i18n/i18n';

/** From one language to the other; each is named in its own words. */
@Component({
  selector: 'boucle-language-switch',
  template: `
    <button class="button quiet" type="button" [attr.lang]="other().code" (click)="change()">
      {{ other().name }}
    </button>
  `,
})
export class LanguageSwitch {
  private readonly i18n = inject(I18n);

  protected other(): { code: 'fr' | 'en'; name: string } {
    return this.i18n.language() === 'fr'
      ? { code: 'en', name: this.i18n.t('shell.english') }
      : { code: 'fr', name: this.i18n.t('shell.french') };
  }

  protected change(): void {
    void this.i18n.choose(this.other().code);
  }
}
