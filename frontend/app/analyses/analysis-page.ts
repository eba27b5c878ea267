import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { AnalysisDto } from '../../../backend/analyses/analyses.dto';
import { I18n } from '../i18n/i18n';
import { Titles } from '../shell/titles';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { History } from '../ui/history';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { Tag } from '../ui/tag';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { AnalysisDesk, wordsKey } from './analysis-desk';
import { AnalysisPaper } from './analysis-paper';
import { CauseSheet } from './cause-sheet';
import { Clash } from './clash';
import { Covered } from './covered';
import { FishboneDrawing } from './fishbone-drawing';
import { Team } from './team';
import { Whys } from './whys';

/** One analysis: what is looked into, the whys, their drawing, who was there, what is kept of it. */
@Component({
  selector: 'boucle-analysis-page',
  imports: [
    AnalysisPaper,
    CauseSheet,
    Clash,
    Covered,
    ErrorState,
    Field,
    FishboneDrawing,
    Heading,
    History,
    Icon,
    Loading,
    Tag,
    Team,
    Whys,
  ],
  templateUrl: './analysis-page.html',
  styleUrl: './analysis-page.css',
  providers: [AnalysisDesk],
  host: { '(window:beforeunload)': 'desk.flush()' },
})
export class AnalysisPage {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);
  protected readonly units = unitList();
  protected readonly wordsKey = wordsKey;
  private readonly toasts = inject(Toasts);

  protected readonly record = httpResource<AnalysisDto>(() => `/api/analyses/${this.id()}`);
  protected readonly failure = signal<unknown>(null);
  private readonly detailed = signal<string | null>(null);

  protected readonly detail = computed(() =>
    this.desk.causes().find(({ id }) => id === this.detailed()),
  );
  protected readonly title = computed(() => this.desk.words()?.title || this.t('analyses.record'));
  protected readonly obstacles = computed(
    () =>
      this.desk.told()?.obstacles.map((code) => code.replace('analysis.', '') as Obstacle) ?? [],
  );

  constructor() {
    const titles = inject(Titles);
    effect(() => {
      if (!this.record.hasValue()) return;
      const analysis = this.record.value();
      untracked(() => this.desk.open(analysis));
      titles.name(analysis.reference);
    });
  }

  protected show(id: string | null): void {
    this.detailed.set(id);
  }

  protected print(): void {
    window.print();
  }

  protected async conclude(): Promise<void> {
    this.failure.set(null);
    await this.desk.conclude().catch((error: unknown) => this.failure.set(error));
  }

  protected async reopen(): Promise<void> {
    this.failure.set(null);
    await this.desk.reopen().then(
      () => this.toasts.show(this.t('analyses.concluded.reopened')),
      (error: unknown) => this.failure.set(error),
    );
  }
}

type Obstacle = 'day_missing' | 'team_missing' | 'conclusion_missing';
