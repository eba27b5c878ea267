import {
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { v7 as newId } from 'uuid';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { StepDto } from '../../../backend/actions/action-work.dto';
import { stepTitleMaximum } from '../../../backend/domain/action-work';
import { ActionsClient } from '../actions/actions-client';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { deeds } from './deeds';
import { focusLater } from './focus-later';
import { StepAdder } from './step-adder';
import { StepForm } from './step-form';
import { StepLine } from './step-line';
import { WorkClient } from './work-client';

/** What there is to do on the way: ticked by who does it, written and ordered by who leads it. */
@Component({
  selector: 'boucle-steps',
  imports: [ErrorState, Icon, StepAdder, StepForm, StepLine],
  templateUrl: './steps.html',
  styleUrl: './steps.css',
})
export class Steps {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly deeds = deeds();
  protected readonly ordering = deeds();
  /** Whether the steps are being changed, and not only ticked. */
  protected readonly arranging = signal(false);
  protected readonly edited = signal<string | null>(null);
  protected readonly told = signal('');
  protected readonly longest = stepTitleMaximum;
  private readonly wanted = signal<readonly string[] | null>(null);
  private readonly client = inject(WorkClient);
  private readonly actions = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly focusLater = focusLater();

  /** In the order that was asked for, before the server has said so. */
  protected readonly shown = computed(() => {
    const { steps } = this.action().work;
    const wanted = this.wanted();
    const rank = ({ id }: StepDto): number => wanted?.indexOf(id) ?? 0;
    return wanted ? [...steps].sort((a, b) => rank(a) - rank(b)) : steps;
  });

  protected readonly done = computed(() => this.shown().filter(({ doneOn }) => doneOn).length);

  /** What the steps say of the progress, where whoever may note it has noted something else. */
  protected readonly suggestion = computed(() => {
    const { mayReport, progress, work } = this.action();
    const { suggestedProgress: share } = work;
    return mayReport && share && share !== progress ? share : null;
  });

  protected readonly add = (title: string): Promise<unknown> =>
    this.client.saveStep(this.action().id, newId(), { version: 0, title });

  protected async tick(step: StepDto, box: HTMLInputElement): Promise<void> {
    const { id } = this.action();
    const { title, doneOn } = step;
    const ticked = await this.deeds.do(() =>
      doneOn ? this.client.untick(id, step.id) : this.client.tick(id, step.id),
    );
    if (!ticked) box.checked = doneOn !== null;
    else if (!doneOn) {
      this.toasts.show(this.t('work.steps.ticked', { title }), () =>
        this.deeds.do(() => this.client.untick(id, step.id)),
      );
    }
  }

  protected async note(progress: number): Promise<void> {
    const { id } = this.action();
    const noted = await this.deeds.do(() => this.actions.report(id, { progress, done: false }));
    if (noted) this.toasts.show(this.t('work.steps.suggested', { count: progress }));
  }

  protected async remove({ id: stepId, title }: StepDto): Promise<void> {
    const { id } = this.action();
    if (!(await this.deeds.do(() => this.client.removeStep(id, stepId)))) return;
    this.toasts.show(this.t('work.steps.removed', { title }), () =>
      this.deeds.do(() => this.client.restoreStep(id, stepId)),
    );
  }

  /** Moves a step by one rank; the focus follows it. */
  protected move({ id, title }: StepDto, by: -1 | 1, button: HTMLElement): void {
    const order = this.shown().map((step) => step.id);
    const from = order.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    this.wanted.set(order);
    this.told.set(this.t('work.steps.moved', { title, rank: to + 1, count: order.length }));
    afterNextRender({ write: () => button.focus() }, { injector: this.injector });
    void this.settleOrder();
  }

  /** One order at a time is on its way; what is asked for meanwhile goes next. */
  private async settleOrder(): Promise<void> {
    if (this.ordering.busy()) return;
    const { id } = this.action();
    const settled = await this.ordering.do(async () => {
      for (let sent = this.wanted(), last: typeof sent = null; sent && sent !== last;) {
        await this.client.order(id, sent);
        last = sent;
        sent = this.wanted();
      }
    });
    this.wanted.set(null);
    const failure = this.ordering.failure();
    const stale = !settled && failure instanceof ApiError && failure.code === 'steps.changed';
    if (stale) await this.client.reload(id).catch(() => undefined);
  }

  protected leaveForm(stepId: string): void {
    this.edited.set(null);
    this.focusLater(`edit-${stepId}`);
  }
}
