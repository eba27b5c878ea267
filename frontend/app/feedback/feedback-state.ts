import { Component, computed, inject, input } from '@angular/core';
import type { FeedbackState as State } from '../../../backend/domain/feedback';
import { I18n } from '../i18n/i18n';
import type { IconName } from '../ui/icons';
import { Tag, type Tone } from '../ui/tag';

const looks: Record<State, { tone: Tone; icon?: IconName }> = {
  received: { tone: 'awaits', icon: 'inbox' },
  qualified: { tone: 'awaits', icon: 'flag' },
  in_progress: { tone: 'act' },
  resolved: { tone: 'awaits', icon: 'reply' },
  closed: { tone: 'neutral', icon: 'check' },
  dismissed: { tone: 'neutral', icon: 'ban' },
  duplicate: { tone: 'neutral', icon: 'copy' },
  transferred: { tone: 'act', icon: 'send' },
};

/** Where a feedback is in its life, in the staff's words. */
@Component({
  selector: 'boucle-feedback-state',
  imports: [Tag],
  template: `<boucle-tag [tone]="look().tone" [icon]="look().icon">{{ words() }}</boucle-tag>`,
})
export class FeedbackState {
  readonly state = input.required<State>();

  private readonly t = inject(I18n).t;
  protected readonly words = computed(() => this.t(`domain.feedbackState.${this.state()}`));
  protected readonly look = computed(() => looks[this.state()]);
}
