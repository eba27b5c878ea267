import { HttpClient, httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { PlanActionDto, PlanDto } from '../../../backend/plans/plans.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Titles } from '../shell/titles';
import { PlanSheetLinks } from '../plan-sheets/plan-sheet-links';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { History } from '../ui/history';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { saveFile } from '../ui/save-file';
import { Toasts } from '../ui/toasts';
import { PlansClient } from './plans-client';
import { AddActionDialog } from './add-action-dialog';
import { PlaceDialog } from './place-dialog';
import { PlanActions } from './plan-actions';
import { PlanBudget } from './plan-budget';
import { PlanProgress } from './plan-progress';

/** One plan: how far it has come, what is late, its objectives with their actions. */
@Component({
  selector: 'boucle-plan-page',
  imports: [
    PlanSheetLinks,
    AddActionDialog,
    DayPipe,
    ErrorState,
    Heading,
    History,
    Icon,
    Loading,
    PlaceDialog,
    PlanActions,
    PlanBudget,
    PlanProgress,
    RouterLink,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  protected readonly session = inject(Session);
  private readonly client = inject(PlansClient);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);

  protected readonly record = httpResource<PlanDto>(() => `/api/plans/${this.id()}`);
  protected readonly printing = signal(false);
  /** The action that is being moved or weighed. */
  protected readonly placing = signal<PlanActionDto | null>(null);
  /** The objective that an action is being looked for; null for the plan as a whole. */
  protected readonly adding = signal<{ objectiveId: string | null } | null>(null);

  /** Each objective with its actions, then what serves none. */
  protected readonly parts = computed(() => {
    if (!this.record.hasValue()) return [];
    const { objectives, actions } = this.record.value();
    const under = (id: string | null) => actions.filter(({ objectiveId }) => objectiveId === id);
    const parts = objectives.map((objective, rank) => ({
      ...{ id: objective.id, title: `${rank + 1}. ${objective.wording}` },
      ...{ progress: objective.progress, actions: under(objective.id) },
    }));
    const rest = under(null);
    if (objectives.length > 0 && rest.length === 0) return parts;
    const title = this.t(objectives.length > 0 ? 'plans.noObjective' : 'plans.actions');
    return [...parts, { id: null, title, progress: null, actions: rest }];
  });

  protected readonly late = computed(() =>
    this.record.hasValue() ? this.record.value().actions.filter(({ late }) => late) : [],
  );

  constructor() {
    const titles = inject(Titles);
    effect(() => {
      if (this.record.hasValue()) titles.name(this.record.value().reference);
    });
  }

  protected told(plan: PlanDto): void {
    this.record.set(plan);
  }

  /** Its objectives and its actions are kept for other plans, until that is taken back. */
  protected async keep({ id, title }: PlanDto): Promise<void> {
    try {
      const kept = await this.client.keep({ planId: id, title });
      this.toasts.show(this.t('plans.template.kept', { title }), () => this.client.forget(kept));
    } catch {
      this.toasts.show(this.t('plans.template.notKept'));
    }
  }

  /** The plan on paper, as a file. */
  protected async take({ id, reference }: PlanDto): Promise<void> {
    if (this.printing()) return;
    this.printing.set(true);
    try {
      const response = await firstValueFrom(
        this.http.get(`/api/plans/${id}/paper`, { responseType: 'blob', observe: 'response' }),
      );
      saveFile(this.document, response, `${reference}.pdf`);
      this.toasts.show(this.t('plans.paper.done'));
    } catch {
      this.toasts.show(this.t('plans.paper.failed'));
    } finally {
      this.printing.set(false);
    }
  }
}
