import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { PersonDto } from '../../../backend/people/people.dto';
import type { PlanTemplateDto } from '../../../backend/plans/plan-templates.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Confirm } from '../ui/confirm';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { PlansClient } from './plans-client';

/** Starts a plan from a template; shows nothing where there is none. */
@Component({
  selector: 'boucle-plan-from-template',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './plan-from-template.html',
})
export class PlanFromTemplate {
  readonly people = input.required<readonly PersonDto[]>();

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly failure = signal<unknown>(null);
  protected readonly templates = httpResource<PlanTemplateDto[]>(() => '/api/plan-templates');
  private readonly client = inject(PlansClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);

  protected readonly model = signal({
    ...{ template: '', title: '', unitId: '', origin: '' },
    pilotId: inject(Session).me()?.person.id ?? '',
    fromDay: inject(Dates).today(),
  });

  protected readonly chosen = computed(() =>
    this.templates.hasValue()
      ? this.templates.value().find(({ id }) => id === this.model().template)
      : undefined,
  );

  protected readonly form = form(
    this.model,
    (plan) => {
      required(plan.template);
      required(plan.title);
      minLength(plan.title, 3);
      maxLength(plan.title, 160);
      required(plan.unitId);
      required(plan.pilotId);
      required(plan.fromDay);
      required(plan.origin);
      minLength(plan.origin, 2);
      maxLength(plan.origin, 200);
    },
    { submission: sending(() => this.start(), this.failure) },
  );

  private async start(): Promise<void> {
    const { template, ...plan } = this.model();
    const told = await this.client.start(template, plan);
    this.toasts.show(this.t('plans.form.done', { title: told.title }));
    await this.router.navigate(['/plans', told.id]);
  }

  /** Forgets the template that is chosen; it can't be brought back, so it is asked first. */
  protected async forget(template: PlanTemplateDto): Promise<void> {
    const question = {
      title: this.t('plans.template.forgetTitle', { title: template.title }),
      text: this.t('plans.template.forgetText'),
      verb: this.t('plans.template.forget'),
    };
    if (!(await this.confirm.ask({ ...question, danger: true }))) return;
    await this.client.forget(template.id);
    this.model.update((plan) => ({ ...plan, template: '' }));
    this.toasts.show(this.t('plans.template.forgotten', { title: template.title }));
    this.templates.reload();
  }
}
