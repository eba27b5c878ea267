import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import {
  FormField,
  FormRoot,
  form,
  maxLength,
  minLength,
  required,
  validate,
} from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { PersonDto } from '../../../backend/people/people.dto';
import type { ObjectiveInputDto, PlanDto } from '../../../backend/plans/plans.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { ownDraft } from '../session/own-draft';
import { Session } from '../session/session';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { meet, type Clash } from './clash';
import { ClashCard } from './clash-card';
import { ObjectivesEditor } from './objectives-editor';
import {
  isObjective,
  newPlan,
  orderOf,
  readBudget,
  wordsOf,
  wordsStanding,
  type PlanWords,
} from './plan-words';
import { PlansClient } from './plans-client';

/** What is typed, and what it was typed over: a draft that comes back later still knows it. */
interface Draft {
  words: PlanWords;
  base: PlanWords;
  version: number;
}

/** The words of a plan, new or not; two who write at once are shown each other's. */
@Component({
  selector: 'boucle-plan-editor',
  imports: [
    ClashCard,
    ErrorState,
    Field,
    FormField,
    FormRoot,
    ObjectivesEditor,
    RouterLink,
    SendKeys,
  ],
  templateUrl: './plan-editor.html',
})
export class PlanEditor {
  /** The plan to change; none, a new one. */
  readonly plan = input<PlanDto | null>(null);
  readonly people = input.required<readonly PersonDto[]>();

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly failure = signal<unknown>(null);
  protected readonly clash = signal<Clash | null>(null);
  private readonly client = inject(PlansClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Session).me()?.person.id ?? '';
  private readonly today = inject(Dates).today();

  private readonly blank = computed<Draft>(() => {
    const plan = this.plan();
    const words = plan ? wordsOf(plan) : newPlan(this.me, this.today);
    return { words, base: words, version: plan?.version ?? 0 };
  });
  protected readonly model = linkedSignal(() => this.blank());
  private readonly draft = ownDraft(() => `plan.${this.plan()?.id ?? 'new'}`, this.model);

  protected readonly form = form(
    this.model,
    ({ words }) => {
      required(words.title);
      minLength(words.title, 3);
      maxLength(words.title, 160);
      atMost(words.description, 10_000);
      required(words.unitId);
      required(words.pilotId);
      required(words.fromDay);
      required(words.toDay);
      validate(words.toDay, ({ value, valueOf }) =>
        value() && value() < valueOf(words.fromDay)
          ? { kind: 'reversed', message: this.t('plans.form.reversed') }
          : undefined,
      );
      validate(words.budget, ({ value }) =>
        Number.isNaN(readBudget(value()))
          ? { kind: 'amount', message: this.t('plans.form.budgetWrong') }
          : undefined,
      );
      atMost(words.governance, 5000);
      validate(words.objectives, ({ value }) =>
        value().every(({ wording }) => isObjective(wording)) ? undefined : { kind: 'wording' },
      );
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  protected setObjectives(objectives: ObjectiveInputDto[]): void {
    this.model.update((draft) => ({ ...draft, words: { ...draft.words, objectives } }));
  }

  /** What both changed: theirs is taken, or mine stays. */
  protected choose(name: keyof PlanWords, whose: 'mine' | 'theirs'): void {
    const clash = this.clash();
    if (!clash) return;
    if (whose === 'theirs') {
      this.model.update((draft) => ({
        ...draft,
        words: { ...draft.words, [name]: clash.theirs[name] },
      }));
    }
    this.clash.set({ ...clash, clashes: clash.clashes.filter((other) => other !== name) });
  }

  private async send(): Promise<void> {
    const { words, version } = this.model();
    const plan = this.plan();
    const order = orderOf(words);
    const saved = plan ? this.client.edit(plan.id, { ...order, version }) : this.client.open(order);
    const told = await saved.catch((error: unknown) => this.meet(error));
    this.draft.sent(this.blank());
    this.toasts.show(this.t(plan ? 'plans.form.saved' : 'plans.form.done', { title: told.title }));
    await this.router.navigate(['/plans', told.id]);
  }

  /** Somebody wrote meanwhile: their words join mine, and what clashes is asked. */
  private meet(error: unknown): never {
    if (error instanceof ApiError && error.code === 'plan.changed') {
      const { current, who } = error.details as {
        current: Record<string, unknown> & { version: number };
        who: string | null;
      };
      const { words, base } = this.model();
      const theirs = wordsStanding(current);
      const { merged, clash } = meet(base, words, theirs, who);
      this.model.set({ words: merged, base: theirs, version: current.version });
      this.clash.set(clash);
    }
    throw error;
  }
}
