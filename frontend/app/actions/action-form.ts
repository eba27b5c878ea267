import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CauseOriginDto } from '../../../backend/analyses/analyses.dto';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { PersonDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { ActionPlan } from './action-plan';

/**
 * `/actions/nouvelle?fiche=…`: an action opens from what was said, which stands above the form;
 * with `&cause=…` from what an analysis found as well.
 */
@Component({
  selector: 'boucle-action-form',
  imports: [ActionPlan, EmptyState, ErrorState, Heading, Loading, RouterLink],
  templateUrl: './action-form.html',
})
export class ActionForm {
  /** Bound from the address. */
  readonly fiche = input<string>();
  readonly cause = input<string>();

  protected readonly t = inject(I18n).t;
  protected readonly feedback = httpResource<FeedbackDto>(() => {
    const id = this.fiche();
    return id ? `/api/feedback/${id}` : undefined;
  });
  protected readonly found = httpResource<CauseOriginDto>(() => {
    const id = this.cause();
    return id ? `/api/analyses/causes/${id}` : undefined;
  });
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
  protected readonly error = computed(
    () => this.feedback.error() ?? this.people.error() ?? this.found.error(),
  );
  protected readonly ready = computed(() => !this.cause() || this.found.hasValue());

  protected retry(): void {
    this.feedback.reload();
    this.people.reload();
    this.found.reload();
  }
}
