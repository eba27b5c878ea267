import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { checkMethods } from '../../../backend/domain/action';
import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import type { NamedDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import type { Plan } from './plan';

/** How, when and by whom it will be known whether the action worked, set before it starts. */
@Component({
  selector: 'boucle-check-fields',
  imports: [ErrorState, Field, FormField],
  templateUrl: './check-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    textarea {
      min-height: 4.5rem;
    }
  `,
})
export class CheckFields {
  readonly fields = input.required<FieldTree<Plan>>();
  readonly people = input.required<readonly NamedDto[]>();

  protected readonly t = inject(I18n).t;
  protected readonly methods = checkMethods;
  protected readonly plan = computed(() => this.fields()().value());
  protected readonly indicators = httpResource<IndicatorDto[]>(() =>
    this.plan().checkMethod === 'indicator' ? '/api/indicators' : undefined,
  );
  protected readonly verifiers = computed(() => {
    const { ownerId, verifierId } = this.plan();
    // The one who is chosen stays in sight, so that it can be said why they may not be.
    return this.people().filter(({ id }) => id !== ownerId || id === verifierId);
  });
}
