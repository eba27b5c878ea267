import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import type { PersonDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { PlanEditor } from './plan-editor';
import { PlanFromTemplate } from './plan-from-template';

/** `/plans/nouveau`. */
@Component({
  selector: 'boucle-plan-new',
  imports: [ErrorState, Heading, Loading, PlanEditor, PlanFromTemplate],
  template: `
    <boucle-heading [title]="t('plans.newTitle')" [lead]="t('plans.newLead')" />
    @if (people.error(); as error) {
      <boucle-error-state [error]="error" (retry)="people.reload()" />
    } @else if (people.hasValue()) {
      <div class="stack loose">
        <boucle-plan-from-template [people]="people.value()" />
        <boucle-plan-editor [people]="people.value()" />
      </div>
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class PlanNew {
  protected readonly t = inject(I18n).t;
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
}
