import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { actionKinds } from '../../../backend/domain/action';
import type { OpenActionDto, OriginInputDto } from '../../../backend/actions/actions.dto';
import type { CauseOriginDto } from '../../../backend/analyses/analyses.dto';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { PersonDto } from '../../../backend/people/people.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { ActionWords } from './action-words';
import { ActionsClient } from './actions-client';
import {
  fromFeedback,
  orderOf,
  originsOf,
  planFor,
  refill,
  saysMore,
  type Plan,
  type Prefill,
} from './plan';
import { planSchema } from './plan-schema';

/**
 * Who does what by when, and who will say whether it worked. What it comes from is drawn above:
 *
 *     <boucle-action-plan [origins]="origins()" [prefill]="{ unitId, title }" [people]="people()"
 *       back="/enquetes">… the question that it comes from …</boucle-action-plan>
 */
@Component({
  selector: 'boucle-action-plan',
  imports: [ActionWords, ErrorState, Field, FormField, FormRoot, RouterLink, SendKeys],
  templateUrl: './action-plan.html',
  styleUrl: './action-plan.css',
})
export class ActionPlan {
  /** What it comes from; where nothing is said, the feedback and the cause. */
  readonly origins = input<readonly OriginInputDto[]>([]);
  /** Words to begin with. */
  readonly prefill = input<Prefill>({});
  /** The template whose steps it takes. */
  readonly templateId = input<string>();
  /** The page that one came from, for whoever gives up. */
  readonly back = input('/actions');
  /** Where it stands in a plan of actions. */
  readonly place = input<Pick<OpenActionDto, 'planId' | 'objectiveId'>>({});
  readonly feedback = input<FeedbackDto | null>(null);
  readonly cause = input<CauseOriginDto | null>(null);
  readonly people = input.required<readonly PersonDto[]>();

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly kinds = actionKinds;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly me = inject(Session).me()?.person.id ?? '';
  private readonly today = inject(Dates).today();

  private readonly from = computed(() => {
    const feedback = this.feedback();
    if (this.origins().length > 0 || !feedback) return this.origins();
    return originsOf(feedback.id, this.cause()?.id);
  });
  protected readonly leave = computed(() => {
    const feedback = this.feedback();
    return feedback ? `/fiches/${feedback.id}` : this.back();
  });
  protected readonly blank = computed(() => {
    const feedback = this.feedback();
    const proposed = { ...(feedback && fromFeedback(feedback)), ...this.prefill() };
    return planFor(proposed, this.me, this.today);
  });
  private readonly model = linkedSignal<Plan, Plan>({
    source: this.blank,
    computation: (now, before) => (before ? refill(before.value, before.source, now) : now),
  });
  private readonly draft = ownDraft(() => `action.${nameOf(this.from())}`, this.model);

  protected readonly form = form(this.model, (path) => planSchema(path, this.t), {
    submission: sending(() => this.send(), this.failure),
  });

  /** Whether more than who does what by when was proposed, or typed before a reload. */
  protected readonly begun = linkedSignal<Plan, boolean>({
    source: this.model,
    computation: (plan, before) => (before?.value ?? false) || saysMore(plan),
  });

  private async send(): Promise<void> {
    const templateId = this.templateId();
    const order = orderOf(this.model(), this.from());
    const action = await this.client.open({
      ...order,
      ...this.place(),
      ...(templateId && { templateId }),
    });
    this.draft.sent(this.blank());
    this.toasts.show(this.t('actions.form.done', { reference: action.reference }));
    await this.router.navigate(['/actions', action.id]);
  }
}

/** What tells the draft of one action from that of another. */
function nameOf([first]: readonly OriginInputDto[]): string {
  const { feedbackId, surveyId, indicatorId, causeId, reference } = first ?? {};
  return feedbackId ?? surveyId ?? indicatorId ?? causeId ?? reference ?? 'new';
}
