import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { ActionTemplateDto } from '../../../backend/actions/action-templates.dto';
import type { OriginInputDto } from '../../../backend/actions/actions.dto';
import type { CauseOriginDto } from '../../../backend/analyses/analyses.dto';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import type { PersonDto } from '../../../backend/people/people.dto';
import type { SurveyDto } from '../../../backend/surveys/surveys.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Loading } from '../ui/loading';
import { ActionPlan } from './action-plan';
import { OriginChoice } from './origin-choice';
import type { Prefill } from './plan';
import { originOf, seenInIndicators, seenInSurveys } from './seen';
import { SeenPoint } from './seen-point';
import { SeenWords } from './seen-words';
import { TemplateChoice } from './template-choice';
import { proposedBy } from './template-words';

/**
 * `/actions/nouvelle`: an action opens already linked to what it comes from, which the address names
 * and which stands above the form: `?fiche=`, `?cause=`, `?enquete=&campagne=`,
 * `?indicateur=&point=2026-10` (or `&service=`), `?constat=`, `?preconisation=`. Without any of
 * them it offers the choice. `&modele=` starts it from a template, `&plan=&objectif=` put it in a plan.
 */
@Component({
  selector: 'boucle-action-form',
  imports: [ActionPlan, ErrorState, Heading, Loading, OriginChoice, SeenPoint, TemplateChoice],
  templateUrl: './action-form.html',
})
export class ActionForm {
  /** Bound from the address. */
  readonly fiche = input<string>();
  readonly cause = input<string>();
  readonly enquete = input<string>();
  readonly campagne = input<string>();
  readonly indicateur = input<string>();
  readonly point = input<string>();
  readonly service = input<string>();
  readonly constat = input<string>();
  readonly preconisation = input<string>();
  readonly modele = input<string>();
  readonly plan = input<string>();
  readonly objectif = input<string>();

  protected readonly t = inject(I18n).t;
  private readonly words = inject(SeenWords);
  private readonly session = inject(Session);
  private readonly today = inject(Dates).today();

  protected readonly feedback = ofAddress<FeedbackDto>('/api/feedback', this.fiche);
  protected readonly found = ofAddress<CauseOriginDto>('/api/analyses/causes', this.cause);
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
  private readonly surveys = httpResource<SurveyDto[]>(() =>
    this.enquete() ? '/api/surveys' : undefined,
  );
  private readonly indicators = httpResource<IndicatorDto[]>(() =>
    this.indicateur() ? '/api/indicators' : undefined,
  );
  protected readonly templates = httpResource<ActionTemplateDto[]>(() =>
    this.session.may('action.template') ? '/api/action-templates' : undefined,
  );
  private readonly all = [
    ...[this.feedback, this.found, this.people, this.surveys, this.indicators, this.templates],
  ] as const;

  protected readonly error = computed(() =>
    this.all.map((one) => one.error()).find((error) => error !== undefined),
  );
  protected readonly waiting = computed(() => this.all.some((one) => one.isLoading()));

  /** The survey's result or the indicator's point; null where there is none, or none that is known. */
  protected readonly seen = computed(() => {
    const [enquete, indicateur] = [this.enquete(), this.indicateur()];
    if (enquete && this.surveys.hasValue()) {
      return seenInSurveys(this.surveys.value(), enquete, this.campagne());
    }
    if (indicateur && this.indicators.hasValue()) {
      const point = { month: this.point(), unitId: this.service() };
      return seenInIndicators(this.indicators.value(), indicateur, point);
    }
    return null;
  });
  protected readonly lost = computed(() => Boolean(this.enquete() ?? this.indicateur()));

  protected readonly origins = computed<OriginInputDto[]>(() => {
    const [seen, audit, proposed] = [this.seen(), this.constat(), this.preconisation()];
    if (seen) return [originOf(seen, this.words.reference(seen))];
    if (audit) return [{ kind: 'audit', reference: audit }];
    if (proposed) return [{ kind: 'recommendation', reference: proposed }];
    const feedbackId = this.fiche();
    const causeId = this.cause();
    return [
      ...(feedbackId ? [{ kind: 'feedback' as const, feedbackId }] : []),
      ...(causeId ? [{ kind: 'analysis_cause' as const, causeId }] : []),
    ];
  });

  protected readonly template = computed(() => {
    const known = this.templates.hasValue() ? this.templates.value() : [];
    return known.find(({ id }) => id === this.modele()) ?? null;
  });

  protected readonly prefill = computed<Prefill>(() => {
    const template = this.template();
    return { ...this.proposed(), ...(template && proposedBy(template, this.today)) };
  });

  private readonly proposed = computed<Prefill>(() => {
    const seen = this.seen();
    if (seen) return this.words.prefill(seen);
    const title = this.preconisation();
    if (title) return { kind: 'improvement', title: title.length <= 160 ? title : '' };
    if (!this.fiche() && this.found.hasValue())
      return { unitId: this.found.value().analysis.unitId };
    return {};
  });

  protected readonly place = computed(() => {
    const [planId, objectiveId] = [this.plan(), this.objectif()];
    return planId ? { planId, ...(objectiveId && { objectiveId }) } : {};
  });

  protected readonly back = computed(() => {
    if (this.plan()) return `/plans/${this.plan()}`;
    if (this.enquete()) return '/enquetes';
    if (this.indicateur()) return '/indicateurs';
    const cause = this.found.hasValue() ? this.found.value() : null;
    return cause ? `/analyses/${cause.analysis.id}` : '/actions';
  });

  protected retry(): void {
    for (const one of this.all) one.reload();
  }
}

/** What the address names by its id. */
function ofAddress<Told>(room: string, id: () => string | undefined) {
  return httpResource<Told>(() => {
    const named = id();
    return named ? `${room}/${named}` : undefined;
  });
}
