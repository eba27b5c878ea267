import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Heading } from '../ui/heading';
import { PublicFrame } from '../ui/public-frame';

@Component({
  selector: 'boucle-not-found',
  imports: [Heading, PublicFrame, RouterLink],
  template: `
    <boucle-public-frame>
      <boucle-heading above="404" [title]="t('shell.notFoundTitle')" [lead]="t('shell.notFound')" />
      <div class="buttons">
        <a class="button primary" routerLink="/">{{ t('shell.backHome') }}</a>
      </div>
    </boucle-public-frame>
  `,
})
export class NotFound {
  protected readonly t = inject(I18n).t;
}
