import { Component, computed, inject, input } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { VerdictForm } from './verdict-form';

/** Once the work is done: the form of whoever may judge its effect, or the name of who will. */
@Component({
  selector: 'boucle-verdict-step',
  imports: [VerdictForm],
  template: `
    @if (mayJudge()) {
      <boucle-verdict-form [action]="action()" />
    } @else {
      <section class="card">
        <h2>{{ t('actions.verdict.ownTitle') }}</h2>
        <p>
          @if (isMine()) {
            {{ t('actions.verdict.own') }}
            @if (action().verifier; as verifier) {
              {{ t('actions.verdict.ownBy', { name: verifier.name }) }}
            }
          } @else if (action().verifier; as verifier) {
            {{ t('actions.verdict.waiting', { name: verifier.name }) }}
          } @else {
            {{ t('actions.verdict.waitingNobody') }}
          }
        </p>
      </section>
    }
  `,
})
export class VerdictStep {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  private readonly me = inject(Session).me()?.person.id;
  protected readonly isMine = computed(() => this.action().owner.id === this.me);
  protected readonly mayJudge = computed(() => this.action().moves.includes('verify'));
}
