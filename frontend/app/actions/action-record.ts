import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input, untracked } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { Titles } from '../shell/titles';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { History } from '../ui/history';
import { keepFocus } from '../ui/keep-focus';
import { Loading } from '../ui/loading';
import { Thread } from '../ui/thread';
import { ActionFacts } from './action-facts';
import { ActionMoves } from './action-moves';
import { ActionState } from './action-state';
import { ActionsClient } from './actions-client';
import { DeferralRequest } from './deferral-request';
import { DueDate } from './due-date';
import { DueHistory } from './due-history';
import { Origins } from './origins';
import { ProgressForm } from './progress-form';
import { VerdictStep } from './verdict-step';

/** One action: where it comes from, how far it has come, whether it worked. */
@Component({
  selector: 'boucle-action-record',
  imports: [
    ActionFacts,
    ActionMoves,
    ActionState,
    DeferralRequest,
    DueDate,
    DueHistory,
    ErrorState,
    Heading,
    History,
    Loading,
    Origins,
    ProgressForm,
    Thread,
    VerdictStep,
  ],
  templateUrl: './action-record.html',
})
export class ActionRecord {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly record = httpResource<ActionDto>(() => `/api/actions/${this.id()}`);
  protected readonly t = inject(I18n).t;

  constructor() {
    const { changed } = inject(ActionsClient);
    effect(() => {
      const told = changed();
      untracked(() => {
        if (told?.id === this.id() && this.record.hasValue()) this.record.set(told);
      });
    });
    keepFocus(changed);
    const titles = inject(Titles);
    effect(() => {
      if (this.record.hasValue()) titles.name(this.record.value().reference);
    });
  }
}
