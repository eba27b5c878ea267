import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { Titles } from '../shell/titles';
import { Keys } from '../shell/keys';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { History } from '../ui/history';
import { Icon } from '../ui/icon';
import { keepFocus } from '../ui/keep-focus';
import { Loading } from '../ui/loading';
import { Thread } from '../ui/thread';
import { Comments } from '../work/comments';
import { Contributors } from '../work/contributors';
import { Evidence } from '../work/evidence';
import { Steps } from '../work/steps';
import { ActionFacts } from './action-facts';
import { ActionMoves } from './action-moves';
import { ActionNeighbours } from './action-neighbours';
import { ActionState } from './action-state';
import { ActionStrands } from './action-strands';
import { ActionsClient } from './actions-client';
import { DeferralRequest } from './deferral-request';
import { Disowning } from './disowning';
import { DueDate } from './due-date';
import { DueHistory } from './due-history';
import { KeepAsTemplate } from './keep-as-template';
import { Effect } from './effect';
import { Origins } from './origins';
import { PartOfPlan } from './part-of-plan';
import { ProgressForm } from './progress-form';
import { Telling } from './telling';
import { ToAgenda } from './to-agenda';

/** One action: where it comes from, how far it has come, whether it worked. */
@Component({
  selector: 'boucle-action-record',
  imports: [
    ActionFacts,
    ActionMoves,
    ActionNeighbours,
    ActionState,
    DeferralRequest,
    Comments,
    Contributors,
    Disowning,
    DueDate,
    DueHistory,
    Effect,
    ErrorState,
    Evidence,
    Heading,
    History,
    Icon,
    KeepAsTemplate,
    Loading,
    Origins,
    PartOfPlan,
    ProgressForm,
    RouterLink,
    Steps,
    Thread,
    ToAgenda,
  ],
  templateUrl: './action-record.html',
  // A part that has nothing to say leaves no gap either.
  styles: `
    .stack > :empty {
      display: none;
    }
  `,
})
export class ActionRecord {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly record = httpResource<ActionDto>(() => `/api/actions/${this.id()}`);
  protected readonly t = inject(I18n).t;
  private readonly telling = inject(Telling);
  private readonly router = inject(Router);

  /** What was changed of its words is stored by their names in the code. */
  protected readonly history = computed(() =>
    this.record.hasValue()
      ? this.record.value().history.map((line) => this.telling.line(line))
      : [],
  );
  private readonly drawing = inject(ActionStrands);
  protected readonly strands = computed(() =>
    this.record.hasValue() ? this.drawing.of(this.record.value()) : [],
  );

  constructor() {
    const { changed } = inject(ActionsClient);
    effect(() => {
      const told = changed();
      untracked(() => {
        if (told?.id === this.id() && this.record.hasValue()) this.record.set(told);
      });
    });
    keepFocus(changed);
    inject(Keys).lend({ e: () => this.edit() });
    const titles = inject(Titles);
    effect(() => {
      if (this.record.hasValue()) titles.name(this.record.value().reference);
    });
  }

  private edit(): boolean {
    if (!this.record.hasValue() || this.record.value().mayEdit === 'nothing') return false;
    void this.router.navigate(['/actions', this.id(), 'modifier'], {
      queryParamsHandling: 'preserve',
    });
    return true;
  }
}
