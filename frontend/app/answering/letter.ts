import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { spoken } from '../../../backend/domain/languages';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { fullDay, known } from './languages';

/** `/fiches/:id/courrier/:answerId`: an answer on a sheet, for the post. */
@Component({
  selector: 'boucle-letter',
  imports: [ErrorState, Heading, Icon, Loading, RouterLink],
  templateUrl: './letter.html',
  styleUrl: './letter.css',
})
export class Letter {
  /** Bound from the address. */
  readonly id = input.required<string>();
  readonly answerId = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly document = inject(DOCUMENT);
  protected readonly organization = inject(Session).me()?.organization.name ?? '';
  protected readonly record = httpResource<FeedbackDto>(() => `/api/feedback/${this.id()}`);
  protected readonly feedback = computed(() =>
    this.record.hasValue() ? this.record.value() : undefined,
  );
  protected readonly answer = computed(() =>
    this.feedback()?.answers.find(({ id }) => id === this.answerId()),
  );
  protected readonly language = computed(() => known(this.feedback()?.identity?.language));
  protected readonly direction = computed(() => spoken[this.language()].direction);

  protected day(instant: string): string {
    return fullDay(this.language(), instant);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
