import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, effect, inject, input, untracked } from '@angular/core';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { FeedbackAnalyses } from '../analyses/feedback-analyses';
import { ActionRow } from '../actions/action-row';
import { RecurrenceBanner } from '../actions/recurrence-banner';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Titles } from '../shell/titles';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { History } from '../ui/history';
import { keepFocus } from '../ui/keep-focus';
import { Loading } from '../ui/loading';
import { Thread } from '../ui/thread';
import { RouterLink } from '@angular/router';
import { Clocks } from './clocks';
import { Answers } from '../answering/answers';
import { Views } from '../answering/views';
import { Family } from './family';
import { FeedbackClient } from './feedback-client';
import { FeedbackState } from './feedback-state';
import { FeedbackStrands } from './feedback-strands';
import { JoinedBanner } from './joined-banner';
import { LookAlikes } from './look-alikes';
import { Neighbours } from './neighbours';
import { NextStep } from './next-step';
import { ImportedRecord } from './imported-record';
import { OnTheWall } from '../wall/on-the-wall';
import { Said } from './said';
import { Transfers } from './transfers';

/** One feedback, from the word to the answer. */
@Component({
  selector: 'boucle-feedback-record',
  imports: [
    ActionRow,
    Answers,
    Clocks,
    ErrorState,
    Family,
    FeedbackAnalyses,
    FeedbackState,
    Heading,
    History,
    Icon,
    ImportedRecord,
    JoinedBanner,
    Loading,
    LookAlikes,
    Neighbours,
    NextStep,
    OnTheWall,
    RecurrenceBanner,
    RouterLink,
    Said,
    Thread,
    Views,
    Transfers,
  ],
  templateUrl: './feedback-record.html',
})
export class FeedbackRecord {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly record = httpResource<FeedbackDto>(() => `/api/feedback/${this.id()}`);
  protected readonly t = inject(I18n).t;
  private readonly drawing = inject(FeedbackStrands);
  protected readonly strands = computed(() =>
    this.record.hasValue() ? this.drawing.of(this.record.value()) : [],
  );
  private readonly dates = inject(Dates);
  private readonly document = inject(DOCUMENT);
  protected readonly organization = inject(Session).me()?.organization.name ?? '';

  protected readonly title = computed(() => {
    if (!this.record.hasValue()) return this.t('feedback.record');
    const { title, kind, receivedOn } = this.record.value();
    return (
      title ??
      this.t('feedback.untitled', {
        kind: this.t(`domain.kind.${kind}`),
        day: this.dates.day(receivedOn),
      })
    );
  });

  constructor() {
    const { changed } = inject(FeedbackClient);
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

  /** For a meeting: what was said, understood, done and answered, without what asks for more. */
  protected print(): void {
    this.document.defaultView?.print();
  }
}
