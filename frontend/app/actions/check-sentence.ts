import { Component, computed, inject, input } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Telling } from './telling';

const verdictVerbs = ['action.verify', 'action.succeed'];

/** « À vérifier le 12 mars par Camille : l’indicateur « Attente » atteint 80 %. » */
@Component({
  selector: 'boucle-check-sentence',
  template: '{{ sentence() }}',
})
export class CheckSentence {
  readonly action = input.required<ActionDto>();

  private readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly telling = inject(Telling);

  protected readonly sentence = computed(() => {
    const { check, state, verdict, verdictOn, verifier } = this.action();
    const what = this.telling.check({ ...check, indicator: check.indicator?.name ?? '' });
    const bare = what === '' ? 'Bare' : '';
    if (state === 'verified' && verdict && verdictOn) {
      return this.t(`actions.wording.check.judged${bare}` as const, {
        day: this.dates.day(verdictOn),
        who: this.judge() ?? verifier?.name ?? this.t('actions.wording.check.somebody'),
        verdict: this.t(`domain.verdict.${verdict}`).toLowerCase(),
        what,
      });
    }
    const soon = state === 'done' ? 'whenNow' : 'whenDone';
    return this.t(`actions.wording.check.planned${bare}` as const, {
      when: check.on
        ? this.t('actions.wording.check.when', { day: this.dates.day(check.on) })
        : this.t(`actions.wording.check.${soon}`),
      who: verifier?.name ?? this.t('actions.wording.check.nobody'),
      what,
    });
  });

  /** Whoever gave the verdict, who may not be the one that was named for it. */
  private judge(): string | null {
    const lines = this.action().history.filter(({ verb }) => verdictVerbs.includes(verb));
    return lines.at(-1)?.who ?? null;
  }
}
