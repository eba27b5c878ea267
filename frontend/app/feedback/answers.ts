import { Component, computed, inject, input, signal } from '@angular/core';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { MomentPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { AnswerForm } from './answer-form';

/** What the person was answered, and the place to answer. */
@Component({
  selector: 'boucle-answers',
  imports: [AnswerForm, Icon, MomentPipe],
  templateUrl: './answers.html',
})
export class Answers {
  readonly feedback = input.required<FeedbackDto>();

  protected readonly t = inject(I18n).t;
  protected readonly asked = signal(false);

  /** Once the work is over the answer is what is owed, so its form is open. */
  protected readonly writing = computed(() => {
    const { state, answers, mayAnswer } = this.feedback();
    return mayAnswer && (this.asked() || (state === 'resolved' && answers.length === 0));
  });
}
