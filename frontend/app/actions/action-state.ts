import { Component, computed, inject, input } from '@angular/core';
import type { ActionState as State, Verdict } from '../../../backend/domain/action';
import { I18n } from '../i18n/i18n';
import type { IconName } from '../ui/icons';
import { Tag, type Tone } from '../ui/tag';

interface Look {
  tone: Tone;
  icon?: IconName;
}

const looks: Record<State, Look> = {
  planned: { tone: 'neutral', icon: 'calendar' },
  in_progress: { tone: 'act' },
  done: { tone: 'awaits', icon: 'hourglass' },
  verified: { tone: 'neutral', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'ban' },
};

/** Where an action is in its life; green only when its effect was found. */
@Component({
  selector: 'boucle-action-state',
  imports: [Tag],
  template: `<boucle-tag [tone]="look().tone" [icon]="look().icon">{{ words() }}</boucle-tag>`,
})
export class ActionState {
  readonly state = input.required<State>();
  readonly verdict = input<Verdict | null>(null);

  private readonly t = inject(I18n).t;

  protected readonly look = computed<Look>(() => {
    const proved = this.state() === 'verified' && this.verdict() === 'effective';
    return proved ? { tone: 'proved' } : looks[this.state()];
  });

  protected readonly words = computed(() => {
    const verdict = this.verdict();
    return this.state() === 'verified' && verdict
      ? this.t(`domain.verdict.${verdict}`)
      : this.t(`domain.actionState.${this.state()}`);
  });
}
