import { Component, computed, inject, input } from '@angular/core';
import type { ActionState } from '../../../backend/domain/action';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';

/** « Ajouter à mon agenda »: what comes next of an action, as an event; nothing once it is over. */
@Component({
  selector: 'boucle-to-agenda',
  imports: [Icon],
  template: `
    @if (hasNext()) {
      <a class="no-print" download [href]="'/api/actions/' + action().id + '/event.ics'">
        <boucle-icon name="calendar" /> {{ t('actions.toAgenda') }}
      </a>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }

    a {
      display: inline-flex;
      align-items: center;
      gap: 0.5ch;
      min-height: 1.75rem;
    }
  `,
})
export class ToAgenda {
  readonly action = input.required<{ id: string; state: ActionState }>();

  protected readonly t = inject(I18n).t;
  protected readonly hasNext = computed(
    () => !(['verified', 'cancelled'] as ActionState[]).includes(this.action().state),
  );
}
