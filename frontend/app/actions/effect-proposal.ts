import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { Verdict } from '../../../backend/domain/action';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { ActionsClient } from './actions-client';
import { VerdictForm } from './verdict-form';

/** What the figures say, to be confirmed in one click; or not, for a reason. */
@Component({
  selector: 'boucle-effect-proposal',
  imports: [ErrorState, Icon, VerdictForm],
  template: `
    <div class="card awaits">
      <h3>
        {{ title() }}
      </h3>
      <p>{{ t('actions.effect.propose.text') }}</p>
      <boucle-error-state inForm [error]="failure()" />
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          [attr.aria-busy]="sending()"
          (click)="confirm()"
        >
          <boucle-icon name="check" /> {{ verb() }}
        </button>
        @if (verdict() === 'ineffective' && action().moves.includes('succeed')) {
          <button class="button" type="button" (click)="succeed.emit()">
            {{ t('actions.effect.successor.open') }}
          </button>
        }
      </div>
    </div>
    <details>
      <summary>{{ t('actions.effect.propose.other') }}</summary>
      <boucle-verdict-form [action]="action()" />
    </details>
  `,
  styles: `
    details > boucle-verdict-form {
      display: block;
      margin-block-start: var(--space-3);
    }
  `,
  host: { class: 'stack no-print' },
})
export class EffectProposal {
  readonly action = input.required<ActionDto>();
  readonly verdict = input.required<Verdict>();
  /** Another action is to take over. */
  readonly succeed = output();

  protected readonly t = inject(I18n).t;
  protected readonly title = computed(() =>
    this.t('actions.effect.propose.title', { verdict: this.t(`domain.verdict.${this.verdict()}`) }),
  );
  protected readonly verb = computed(() =>
    this.t(`actions.effect.propose.confirm.${this.verdict()}`),
  );
  protected readonly failure = signal<unknown>(null);
  protected readonly sending = signal(false);
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);

  protected async confirm(): Promise<void> {
    if (this.sending()) return;
    this.failure.set(null);
    this.sending.set(true);
    const { id, reference } = this.action();
    const verdict = this.verdict();
    try {
      await this.client.verify(id, { verdict });
      const key = verdict === 'ineffective' ? 'actions.verdict.resumed' : 'actions.verdict.saved';
      this.toasts.show(this.t(key, { reference }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
