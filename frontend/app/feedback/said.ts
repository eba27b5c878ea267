import { Component, computed, inject, input } from '@angular/core';
import type { AttachmentDto } from '../../../backend/attachments/attachments.dto';
import { isSettled } from '../../../backend/domain/feedback';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { AttachedFiles } from '../attachments/attached-files';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { FeedbackClient } from './feedback-client';
import { Verbatim } from './verbatim';

/** The word itself, in full, and who said it how. */
@Component({
  selector: 'boucle-said',
  imports: [AttachedFiles, DayPipe, Icon, Verbatim],
  templateUrl: './said.html',
  styles: `
    .contact {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 1.75rem;
    }
  `,
})
export class Said {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(FeedbackClient);

  protected readonly files = computed(() =>
    this.feedback().attachments.filter(({ answerId }) => answerId === null),
  );

  protected readonly remove = ({ id }: AttachmentDto, reason: string): Promise<unknown> =>
    this.client.removeFile(this.feedback().id, id, reason);

  /** What is said of a qualification that nobody made: what is settled no longer awaits one. */
  protected readonly unsettled = computed(() =>
    isSettled(this.feedback().state) ? 'feedback.said.never' : 'feedback.said.notYet',
  );
}
