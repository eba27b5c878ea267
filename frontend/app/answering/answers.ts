import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type { AttachmentDto } from '../../../backend/attachments/attachments.dto';
import { AttachedFiles } from '../attachments/attached-files';
import { FeedbackClient } from '../feedback/feedback-client';
import { DayPipe, MomentPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { AnswerForm } from './answer-form';

/** What the person was answered, whether it was useful to them, and the place to answer. */
@Component({
  selector: 'boucle-answers',
  imports: [AnswerForm, AttachedFiles, DayPipe, ErrorState, Icon, MomentPipe, RouterLink],
  templateUrl: './answers.html',
})
export class Answers {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  protected readonly asked = signal(false);
  protected readonly reopening = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly client = inject(FeedbackClient);
  private readonly toasts = inject(Toasts);

  /** Once the work is over the answer is what is owed, so its form is open. */
  protected readonly writing = computed(() => {
    const { state, answers, mayAnswer } = this.feedback();
    return mayAnswer && (this.asked() || (state === 'resolved' && answers.length === 0));
  });

  /** What went with an answer; null where nothing did. */
  protected filesOf(answerId: string): AttachmentDto[] | null {
    const files = this.feedback().attachments.filter((file) => file.answerId === answerId);
    return files.length > 0 ? files : null;
  }

  protected async reopen(): Promise<void> {
    if (this.reopening()) return;
    this.reopening.set(true);
    this.failure.set(null);
    try {
      const { reference } = await this.client.reopen(this.feedback().id);
      this.toasts.show(this.t('feedback.reopened', { reference }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.reopening.set(false);
    }
  }
}
