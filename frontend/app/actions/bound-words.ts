import { Component, computed, inject, input } from '@angular/core';
import { I18n } from '../i18n/i18n';
import type { Part } from './merge';
import { typedWords, type Plan } from './plan';
import { Telling, type NameOf } from './telling';

const bound = [
  ...(['title', 'kind', 'unit', 'owner', 'verifier', 'check', 'criterion', 'checkOn'] as const),
] satisfies Part[];

/** What an owner reads but does not change by themselves, and why. */
@Component({
  selector: 'boucle-bound-words',
  template: `
    <section class="card">
      <div class="stack tight">
        <h2>{{ t('actions.wording.edit.bound') }}</h2>
        <p class="small">{{ t('actions.wording.edit.boundWhy') }}</p>
      </div>
      <dl class="facts">
        @for (fact of facts(); track fact.part) {
          <div>
            <dt>{{ t(label(fact.part)) }}</dt>
            <dd class="written">{{ fact.said }}</dd>
          </div>
        }
      </dl>
    </section>
  `,
})
export class BoundWords {
  readonly words = input.required<Plan>();
  readonly nameOf = input.required<NameOf>();

  protected readonly t = inject(I18n).t;
  private readonly telling = inject(Telling);

  protected label(part: Part) {
    return `actions.wording.part.${part}` as const;
  }

  protected readonly facts = computed(() => {
    const words = typedWords(this.words());
    return bound
      .map((part) => ({ part, said: this.telling.part(part, words, this.nameOf()) }))
      .filter(({ said }) => said !== '');
  });
}
