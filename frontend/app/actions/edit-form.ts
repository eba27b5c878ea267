import {
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormField, FormRoot, form, submit, type FieldTree } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { actionKinds } from '../../../backend/domain/action';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { NamedDto } from '../../../backend/people/people.dto';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { ownDraft } from '../session/own-draft';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { unitList } from '../ui/unit-list';
import { ActionWords } from './action-words';
import { ActionsClient } from './actions-client';
import { BoundWords } from './bound-words';
import { ClashForm, type Clash } from './clash-form';
import { changed, merge, type Part } from './merge';
import { planOf, typedWords, type Plan } from './plan';
import { planSchema } from './plan-schema';
import { Telling } from './telling';
import { changeOf, wordsOf, type Words } from './words';

/** What is typed, with what it was typed over: a draft that comes back knows what it changed. */
interface Edit extends Plan {
  base: Words;
  version: number;
}

/** What the server tells of the change that came first. */
interface Changed {
  current: Words & { version: number };
  who: string | null;
  at: string | null;
}

/** The words of an action, changed; what somebody else changed meanwhile is joined or shown. */
@Component({
  selector: 'boucle-edit-form',
  imports: [
    ...[ActionWords, BoundWords, ClashForm, DayPipe, ErrorState, Field],
    ...[FormField, FormRoot, RouterLink, SendKeys],
  ],
  templateUrl: './edit-form.html',
})
export class EditForm {
  readonly action = input.required<ActionDto>();
  readonly people = input.required<readonly NamedDto[]>();
  /** The group of questions that somebody came for. */
  readonly asked = input<string | null>(null);

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly kinds = actionKinds;
  protected readonly failure = signal<unknown>(null);
  protected readonly clash = signal<Clash | null>(null);
  /** Said where a change of somebody else was joined, and something is left to mend. */
  protected readonly joined = signal('');
  private readonly client = inject(ActionsClient);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly telling = inject(Telling);
  private readonly injector = inject(Injector);

  protected readonly all = computed(() => this.action().mayEdit === 'all');
  private readonly standing = computed<Edit>(() => {
    const { version, dueOn } = this.action();
    const base = wordsOf(this.action());
    return { ...planOf(base, dueOn), base, version };
  });
  // What is being typed stands, whatever becomes of the record.
  private readonly model = linkedSignal<Edit, Edit>({
    source: this.standing,
    computation: (standing, before) => before?.value ?? standing,
  });
  protected readonly draft = ownDraft(() => `action.edit.${this.action().id}`, this.model);

  protected readonly form = form(this.model, (path) => planSchema(path, this.t), {
    submission: sending(() => this.send(), this.failure),
  });

  // The tree of more fields is one of these; TypeScript can't follow its iterator.
  protected readonly fields = this.form as unknown as FieldTree<Plan>;

  protected readonly owners = computed(() => {
    const { owner } = this.action();
    const isKnown = this.people().some(({ id }) => id === owner.id);
    return isKnown ? this.people() : [owner, ...this.people()];
  });

  /** Gives up what was typed before, for what stands now. */
  protected forget(): void {
    this.draft.sent(this.standing());
    this.form().reset();
  }

  /** Both changes were settled, part by part: the words are typed over those that stand. */
  protected settled(words: Words): void {
    const clash = this.clash();
    if (!clash) return;
    this.stand(words, clash);
    this.clash.set(null);
    // What is left to mend is in the form, which comes back first.
    afterNextRender(() => void submit(this.form), { injector: this.injector });
  }

  protected readonly nameOf = (id: string): string | undefined => {
    const { owner, unit, verifier, check } = this.action();
    const known = [owner, unit, verifier, check.indicator, ...this.people()];
    const isUnit = this.units().find(({ value }) => value === id);
    return isUnit?.label.trim() ?? known.find((one) => one?.id === id)?.name;
  };

  private async send(joined: readonly Part[] = [], by = ''): Promise<void> {
    const { base, version, ...plan } = this.model();
    const { id, reference } = this.action();
    const mine = typedWords(plan);
    const isSame = changed(mine, base).length === 0;
    try {
      if (!isSame) await this.client.edit(id, changeOf(mine, version));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'action.changed') throw error;
      return this.meet(base, mine, error.details as unknown as Changed);
    }
    this.draft.sent(this.model());
    const told = { reference, who: by, parts: this.telling.parts(joined) };
    const key = isSame ? 'edit.same' : joined.length > 0 ? 'clash.joined' : 'edit.saved';
    this.toasts.show(this.t(`actions.wording.${key}`, told));
    await this.router.navigate(['/actions', id], { queryParamsHandling: 'preserve' });
  }

  /** Somebody else changed it: what does not clash is joined and sent, what does is shown. */
  private async meet(base: Words, mine: Words, { current, who, at }: Changed): Promise<void> {
    const { version, ...theirs } = current;
    const found = merge(base, mine, theirs);
    const by = who ?? this.t('actions.wording.clash.somebody');
    const clash = { found, base, theirs, version, who: by, at };
    if (found.clashes.length > 0) {
      this.clash.set(clash);
      return;
    }
    this.stand(found.words, clash);
    if (this.form().valid()) return this.send(found.theirs, by);
    const parts = this.telling.parts(found.theirs);
    this.joined.set(this.t('actions.wording.clash.toMend', { who: by, parts }));
    this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private stand(words: Words, { theirs, version }: Pick<Clash, 'theirs' | 'version'>): void {
    this.model.update(({ dueOn }) => ({ ...planOf(words, dueOn), base: theirs, version }));
  }
}
