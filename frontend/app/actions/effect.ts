import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { EffectDto } from '../../../backend/effects/effect.dto';
import { isReady } from '../../../backend/domain/effectiveness';
import { Dates, DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { EffectProposal } from './effect-proposal';
import { EffectReading } from './effect-reading';
import { Recurrences } from './recurrences';
import { SuccessorDialog } from './successor-dialog';
import { VerdictStep } from './verdict-step';

/** Whether an action worked: what was counted, what came back, and what its verifier says of it. */
@Component({
  selector: 'boucle-effect',
  imports: [
    DayPipe,
    EffectProposal,
    EffectReading,
    ErrorState,
    Loading,
    Recurrences,
    SuccessorDialog,
    VerdictStep,
  ],
  templateUrl: './effect.html',
})
export class Effect {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly succeeding = signal(false);
  private readonly today = inject(Dates).today();
  private readonly id = computed(() => this.action().id);

  protected readonly found = httpResource<EffectDto>(() => `/api/actions/${this.id()}/effect`);
  protected readonly told = kept(this.found);

  /** What the figures say, today or when the verdict was given. */
  protected readonly reading = computed(() => this.told()?.reading ?? this.told()?.given?.reading);
  /** What may be confirmed as it is. */
  protected readonly proposed = computed(() => {
    const reading = this.told()?.reading;
    const mayJudge = this.action().moves.includes('verify');
    return reading && mayJudge && isReady(reading) ? reading : null;
  });
  protected readonly isDue = computed(() => (this.told()?.dueOn ?? '') <= this.today);
  protected readonly isShown = computed(() => {
    const { state, verdict } = this.action();
    return state === 'done' || verdict !== null;
  });
  protected readonly maySucceed = computed(() => this.action().moves.includes('succeed'));

  constructor() {
    let started = false;
    // Each telling of the action may tell of another effect.
    effect(() => {
      this.action();
      if (started) untracked(() => this.found.reload());
      started = true;
    });
  }
}
