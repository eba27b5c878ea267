import { Component, inject } from '@angular/core';
import { I18n } from '../i18n/i18n';
import { Heading } from '../ui/heading';
import { PublicFrame } from '../ui/public-frame';
import { CodeForm } from './code-form';

/** `/suivi`: the door of those who have a code. */
@Component({
  selector: 'boucle-follow-up-search',
  imports: [CodeForm, Heading, PublicFrame],
  template: `
    <boucle-public-frame>
      <boucle-heading [title]="t('public.followUp.title')" [lead]="t('public.followUp.lead')" />
      <boucle-code-form />
    </boucle-public-frame>
  `,
})
export class FollowUpSearch {
  protected readonly t = inject(I18n).t;
}
