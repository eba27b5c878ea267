import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  type OnInit,
} from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import {
  criticalityOf,
  feedbackKinds,
  frequencies,
  severities,
  type FeedbackKind,
  type Frequency,
  type Severity,
} from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { QualifyFeedbackDto } from '../../../backend/feedback/qualification.dto';
import type { ThemeDto } from '../../../backend/organization/organization.dto';
import type { GridDto } from '../../../backend/organization/rules.dto';
import type { NamedDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { CriticalityGrid } from './criticality-grid';
import { FeedbackClient } from './feedback-client';
import { Triage } from './triage';

/** Triage: what it is about, how severe and frequent it is, whose it is and who answers. */
@Component({
  selector: 'boucle-qualify-form',
  imports: [CriticalityGrid, ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './qualify-form.html',
})
export class QualifyForm implements OnInit {
  readonly feedback = input.required<FeedbackDto>();
  readonly cancellable = input(false);
  /** Qualified, or given up. */
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly themes = httpResource<ThemeDto[]>(() => '/api/themes');
  protected readonly grid = httpResource<GridDto>(() => '/api/organization/grid');
  protected readonly severities = severities;
  protected readonly frequencies = frequencies;
  protected readonly kinds = feedbackKinds;
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  private readonly model = signal({
    ...{ themeId: '', severity: '', frequency: '', unitId: '' },
    ...{ answerOwnerId: '', kind: '' as FeedbackKind },
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.themeId);
      required(path.severity);
      required(path.frequency);
      required(path.unitId);
      required(path.kind);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  /** Those that were set aside are chosen no more; the one it has stays. */
  protected readonly usable = computed(() => {
    const themes = this.themes.hasValue() ? this.themes.value() : [];
    return themes.filter(({ id, setAside }) => !setAside || id === this.feedback().theme?.id);
  });

  private readonly unitId = computed(() => this.model().unitId);
  protected readonly owners = httpResource<NamedDto[]>(() =>
    this.unitId()
      ? { url: '/api/feedback/answer-owners', params: { unitId: this.unitId() } }
      : undefined,
  );

  protected readonly chosen = computed(() => {
    const { severity, frequency } = this.model();
    return {
      severity: (Number(severity) || null) as Severity | null,
      frequency: (Number(frequency) || null) as Frequency | null,
    };
  });

  /** What the two choices make on the grid. */
  protected readonly rated = computed(() => {
    const { severity, frequency } = this.chosen();
    if (!severity || !frequency || !this.grid.hasValue()) return this.t('feedback.qualify.unrated');
    const criticality = criticalityOf(this.grid.value().cells, severity, frequency);
    return this.t('feedback.qualify.rating', {
      word: this.t(`domain.criticality.${criticality}`).toLowerCase(),
    });
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const { wish } = inject(Triage);
    effect(() => {
      if (wish()?.id !== this.feedback().id || wish()?.deed !== 'qualify') return;
      // The keys of whoever types fast would be lost on a list that has nothing in it yet.
      if (this.themes.isLoading()) return;
      untracked(() => wish.set(null));
      // After the title, which a record that opens gives the focus to.
      setTimeout(() => host.querySelector<HTMLElement>('select')?.focus(), 60);
    });
    // Who may answer in one service may not in another: its manager is then proposed.
    effect(() => {
      const able = this.owners.hasValue() ? this.owners.value() : null;
      if (able) untracked(() => this.propose(able));
    });
  }

  ngOnInit(): void {
    const { theme, severity, frequency, unit, answerOwner, kind } = this.feedback();
    this.model.set({
      themeId: theme?.id ?? '',
      severity: String(severity ?? ''),
      frequency: String(frequency ?? ''),
      unitId: unit.id,
      answerOwnerId: answerOwner?.id ?? '',
      kind,
    });
  }

  private propose(able: NamedDto[]): void {
    const { answerOwnerId } = this.model();
    if (able.some(({ id }) => id === answerOwnerId)) return;
    this.model.update((model) => ({ ...model, answerOwnerId: able[0]?.id ?? '' }));
  }

  private async send(): Promise<void> {
    const { themeId, severity, frequency, unitId, answerOwnerId, kind } = this.model();
    const { id, unit, reference } = this.feedback();
    const choice: QualifyFeedbackDto = {
      ...{ themeId, unitId, kind },
      severity: Number(severity) as Severity,
      frequency: Number(frequency) as Frequency,
      ...(answerOwnerId && { answerOwnerId }),
    };
    const told = await this.client.qualify(id, choice);
    this.toasts.show(
      unitId === unit.id
        ? this.t('feedback.qualify.done', { reference })
        : this.t('feedback.qualify.moved', { reference, unit: told.unit.name }),
    );
    this.closed.emit();
  }
}
