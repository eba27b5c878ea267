import {
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ownDraft } from '../session/own-draft';
import { atMost } from '../ui/at-most';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { longParts, partNames, take, type LongPart, type Merge, type Part } from './merge';
import { Telling, type NameOf } from './telling';
import type { Words } from './words';

/** Two changes of one action, made at once from the same words. */
export interface Clash {
  found: Merge;
  base: Words;
  theirs: Words;
  /** The version that theirs made. */
  version: number;
  who: string;
  at: string | null;
}

type Choice = '' | 'mine' | 'theirs' | 'both';

/** Each thing that two people wrote otherwise, side by side: one is chosen, or both are joined. */
@Component({
  selector: 'boucle-clash-form',
  imports: [Field, FormField, FormRoot, SendKeys],
  templateUrl: './clash-form.html',
  styleUrl: './clash-form.css',
})
export class ClashForm {
  readonly clash = input.required<Clash>();
  /** The action's id, which the choices are kept under until they are sent. */
  readonly of = input.required<string>();
  readonly nameOf = input.required<NameOf>();
  /** The words that were settled on. */
  readonly settled = output<Words>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);
  private readonly telling = inject(Telling);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected readonly rows = computed(() => {
    const { found, base, theirs } = this.clash();
    const say = (part: Part, words: Words) => this.telling.part(part, words, this.nameOf());
    return found.clashes.map((part) => ({
      ...{ part, before: say(part, base), mine: say(part, found.words), theirs: say(part, theirs) },
      name: this.t(`actions.wording.part.${part}`),
      long: longParts.find((long) => long === part) ?? null,
    }));
  });
  protected readonly kept = computed(() => {
    const { mine, theirs } = this.clash().found;
    return { mine: this.telling.parts(mine), theirs: this.telling.parts(theirs) };
  });
  protected readonly when = computed(() => {
    const { at } = this.clash();
    const moment = at && this.dates.moment(at);
    return moment
      ? this.t('actions.wording.clash.when', { moment })
      : this.t('actions.wording.clash.whenUnknown');
  });

  protected readonly model = linkedSignal(() => {
    const { found, theirs } = this.clash();
    const both = (part: LongPart) => [theirs[part], found.words[part]].filter(Boolean).join('\n\n');
    return {
      choice: fill<Part, Choice>(partNames, () => ''),
      text: fill<LongPart, string>(longParts, both),
    };
  });
  private readonly draft = ownDraft(
    () => `action.clash.${this.of()}.${this.clash().version}`,
    this.model,
  );
  protected readonly form = form(
    this.model,
    (path) => {
      for (const part of partNames)
        required(path.choice[part], { when: () => this.clash().found.clashes.includes(part) });
      for (const part of longParts) {
        const most = part === 'description' || part === 'rationale' ? 10_000 : 2000;
        atMost(path.text[part], most);
        required(path.text[part], { when: ({ valueOf }) => valueOf(path.choice[part]) === 'both' });
      }
    },
    { submission: sending(() => this.settle(), { set: () => undefined }) },
  );

  constructor() {
    afterNextRender(() => this.title().nativeElement.focus());
  }

  private settle(): Promise<void> {
    const { found, theirs } = this.clash();
    const { choice, text } = this.model();
    const taken = found.clashes.filter((part) => choice[part] === 'theirs');
    const joined = longParts.filter((part) => choice[part] === 'both');
    const words = Object.fromEntries(joined.map((part) => [part, text[part].trim()]));
    this.draft.sent(this.model());
    this.settled.emit({ ...take(taken, theirs, found.words), ...words });
    return Promise.resolve();
  }
}

function fill<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
