import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Heading } from '../ui/heading';
import { PublicFrame } from '../ui/public-frame';

/** In place of a page that could not be opened, under the same address, so that a reload is enough. */
@Component({
  selector: 'boucle-broken',
  imports: [Heading, PublicFrame],
  template: `
    <boucle-public-frame>
      <boucle-heading [title]="t('shell.brokenTitle')" [lead]="t('shell.broken')" />
      <div class="buttons">
        <button class="button primary" type="button" (click)="reload()">
          {{ t('shell.reload') }}
        </button>
      </div>
    </boucle-public-frame>
  `,
})
export class Broken {
  protected readonly t = inject(I18n).t;
  private readonly wanted = inject(Router).currentNavigation()?.initialUrl.toString() ?? '/';

  protected reload(): void {
    location.assign(this.wanted);
  }
}
