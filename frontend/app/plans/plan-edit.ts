import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { PersonDto } from '../../../backend/people/people.dto';
import type { PlanDto } from '../../../backend/plans/plans.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { PlanEditor } from './plan-editor';

/** `/plans/:id/modifier`. */
@Component({
  selector: 'boucle-plan-edit',
  imports: [ErrorState, Heading, Loading, PlanEditor],
  template: `
    <boucle-heading
      [title]="t('plans.editTitle')"
      [above]="record.hasValue() ? record.value().reference : null"
    />
    @if (error(); as error) {
      <boucle-error-state [error]="error" (retry)="retry()" />
    } @else if (people.hasValue() && record.hasValue()) {
      <boucle-plan-editor [plan]="record.value()" [people]="people.value()" />
    } @else {
      <boucle-loading [rows]="8" />
    }
  `,
})
export class PlanEdit {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly record = httpResource<PlanDto>(() => `/api/plans/${this.id()}`);
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
  protected readonly error = computed(() => this.record.error() ?? this.people.error());

  protected retry(): void {
    this.record.reload();
    this.people.reload();
  }
}
