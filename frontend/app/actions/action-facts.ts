import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { CheckSentence } from './check-sentence';
import type { FoldName } from './action-words';
import type { Part } from './merge';
import { Telling } from './telling';
import { wordsOf } from './words';

/** What the record groups under a heading of its own: short facts, and texts of several lines. */
const groups = {
  means: ['cost', 'effortDays', 'skills'],
  around: ['stakeholders', 'levers', 'obstacles'],
  users: ['participation', 'participants'],
} as const satisfies Record<string, readonly Part[]>;

/** What is to be done, by whom, at what cost, with whom, and what will tell that it worked. */
@Component({
  selector: 'boucle-action-facts',
  imports: [CheckSentence, DayPipe, RouterLink],
  templateUrl: './action-facts.html',
  styleUrl: './action-facts.css',
})
export class ActionFacts {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  private readonly telling = inject(Telling);

  protected readonly priority = computed(() => this.telling.priority(this.action()));
  protected readonly groups = computed(() => {
    const words = wordsOf(this.action());
    const say = (part: Part) => this.telling.part(part, words, () => undefined);
    return (Object.keys(groups) as (keyof typeof groups)[])
      .map((name) => ({
        title: this.t(`actions.wording.facts.${name}`),
        facts: groups[name]
          .map((part) => ({ name: this.t(`actions.wording.part.${part}`), said: say(part) }))
          .filter(({ said }) => said !== ''),
      }))
      .filter(({ facts }) => facts.length > 0);
  });

  /** What nobody has said yet, offered to whoever may say it. */
  protected readonly missing = computed(() => {
    const action = this.action();
    const { mayEdit, rationale, priority, check, criterion } = action;
    if (mayEdit === 'nothing') return [];
    const empty = (parts: readonly (keyof ActionDto)[]) =>
      parts.every((part) => action[part] === null || action[part] === '');
    const said: Record<Exclude<FoldName, 'where'>, boolean> = {
      what: rationale !== '',
      priority: priority !== null,
      means: !empty(groups.means),
      around: !empty(groups.around),
      users: !empty(groups.users),
      effect: check.method !== null || criterion !== null || mayEdit !== 'all',
    };
    return (Object.keys(said) as (keyof typeof said)[])
      .filter((fold) => !said[fold])
      .map((fold) => ({ fold, name: this.t(`actions.wording.missing.${fold}`) }));
  });
}
