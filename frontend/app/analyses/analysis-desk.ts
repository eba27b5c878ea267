import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { v7 as newId } from 'uuid';
import type {
  AnalysisDto,
  CauseDto,
  SaveParticipantDto,
} from '../../../backend/analyses/analyses.dto';
import { subtreeOf, type Branch, type CausePlace } from '../../../backend/domain/analysis';
import { I18n } from '../i18n/i18n';
import { ApiError } from '../session/api-error';
import { Session } from '../session/session';
import { dropDraft, keepDraft, readDraft } from '../ui/draft';
import { Toasts } from '../ui/toasts';
import { AnalysesClient } from './analyses-client';
import {
  causeOf,
  isSayable,
  orderOf,
  wordsOf,
  type CauseFacts,
  type Edit,
  type Facts,
  type ShownCause,
  type WordFacts,
} from './facts';
import { settle } from './settle';

/** How long the typing rests before it is saved. */
const rest = 700;

/** The key of the words of the analysis among the edits; the others are ids of causes. */
export const wordsKey = 'words';

/**
 * The table that a team works at: shows at once what is typed, saves it by itself, and joins it with
 * what others write at the same time. Given by the page of one analysis.
 */
@Injectable()
export class AnalysisDesk {
  private readonly client = inject(AnalysesClient);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(I18n).t;
  private readonly me = inject(Session).me()?.person.id ?? '';
  private readonly last = signal<AnalysisDto | null>(null);
  private readonly edits = signal<ReadonlyMap<string, Edit>>(new Map());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  /** The analysis as the server last told it. */
  readonly told = this.last.asReadonly();
  readonly failure = signal<unknown>(null);
  readonly saving = signal<'saving' | 'saved' | null>(null);
  /** The cause whose line is to receive the focus. */
  readonly wanted = signal<string | null>(null);

  readonly words = computed<WordFacts | null>(() => {
    const told = this.last();
    return (this.edits().get(wordsKey)?.mine as WordFacts | undefined) ?? (told && wordsOf(told));
  });

  readonly causes = computed<ShownCause[]>(() => {
    const told = this.last()?.causes ?? [];
    const known = new Set(told.map(({ id }) => id));
    const fresh = [...this.edits().keys()].filter((key) => key !== wordsKey && !known.has(key));
    return [
      ...told.map((cause) => ({
        ...causeOf(cause),
        ...(this.edits().get(cause.id)?.mine as CauseFacts | undefined),
        ...{ id: cause.id, actions: cause.actions },
      })),
      ...fresh.map((id) => ({
        ...(this.edits().get(id)?.mine as CauseFacts),
        ...{ id, actions: [] },
      })),
    ];
  });

  constructor() {
    effect(() => {
      const edits = [...this.edits()];
      const told = untracked(this.last);
      if (!told) return;
      const address = `${this.me}.analysis.${told.id}`;
      if (edits.length > 0) keepDraft(address, { edits });
      else dropDraft(address);
    });
    inject(DestroyRef).onDestroy(() => void this.flush());
  }

  /** Lays an analysis on the table, with what was typed on this machine and not saved. */
  open(analysis: AnalysisDto): void {
    if (this.last()?.id !== analysis.id) {
      const kept = readDraft(`${this.me}.analysis.${analysis.id}`, {
        edits: [] as [string, Edit][],
      });
      this.edits.set(new Map(analysis.mayWrite ? (kept?.edits ?? []) : []));
    }
    this.last.set(analysis);
    this.soon();
  }

  write(changes: Partial<WordFacts>): void {
    const told = this.last();
    if (told) this.edit(wordsKey, wordsOf(told), told.version, changes);
  }

  change(id: string, changes: Partial<CauseFacts>): void {
    const told = this.last()?.causes.find((cause) => cause.id === id);
    this.edit(id, told ? causeOf(told) : null, told?.version ?? 0, changes);
  }

  /** Puts a cause on another branch or under another cause, with all that explains it. */
  place({ id, parentId, branch }: CausePlace): void {
    this.change(id, { parentId, branch });
    for (const below of subtreeOf(this.causes(), id).slice(1)) {
      // The server moves those it knows; only what is being typed must be told.
      if (this.edits().has(below.id)) this.change(below.id, { branch });
    }
  }

  /** Adds a cause, not saved as long as it says nothing; gives its id. */
  add(parentId: string | null, branch: Branch, wording = ''): string {
    const id = newId();
    const blank: CauseFacts = { parentId, branch, wording: '', status: 'supposed', evidence: '' };
    this.edit(id, null, 0, { ...blank, wording });
    return id;
  }

  /** Forgets a cause that says nothing. */
  forgetBlank(id: string): void {
    const cause = this.causes().find((one) => one.id === id);
    if (cause?.wording.trim()) return;
    this.edits.update((edits) => new Map([...edits].filter(([key]) => key !== id)));
  }

  clashOf(key: string) {
    const { mine, clash } = this.edits().get(key) ?? {};
    return mine && clash ? { mine, ...clash } : null;
  }

  /** Settles a clash: my words stand, or theirs. */
  resolve(key: string, keep: 'mine' | 'theirs'): void {
    const edit = this.edits().get(key);
    if (!edit?.clash) return;
    const { theirs, version } = edit.clash;
    if (keep === 'mine') this.put(key, { base: theirs, mine: edit.mine, version });
    else this.edits.update((edits) => new Map([...edits].filter(([name]) => name !== key)));
    void this.flush();
  }

  /** Saves now what waits; fails with what could not be saved. */
  async save(): Promise<void> {
    await this.flush();
    if (this.failure()) throw this.failure();
  }

  /** Takes a cause out with all that explains it; ten seconds to think again. */
  async remove(id: string): Promise<void> {
    await this.flush();
    const told = this.last();
    if (!told) return;
    const removed = subtreeOf(told.causes, id);
    const gone = new Set([id, ...subtreeOf(this.causes(), id).map((cause) => cause.id)]);
    this.edits.update((edits) => new Map([...edits].filter(([key]) => !gone.has(key))));
    if (removed.length === 0) return;
    await this.deed(() => this.client.removeCause(told.id, id));
    this.toasts.show(this.t('analyses.cause.removed', { count: removed.length }), async () => {
      for (const cause of removed)
        this.put(cause.id, { base: null, mine: causeOf(cause), version: 0 });
      await this.flush();
    });
  }

  join(who: SaveParticipantDto, id: string = newId()): Promise<void> {
    return this.deed((analysisId) => this.client.join(analysisId, id, who));
  }

  async leave(id: string): Promise<void> {
    const left = this.last()?.participants.find((one) => one.id === id);
    await this.deed((analysisId) => this.client.leave(analysisId, id));
    if (!left) return;
    const { kind, name } = left;
    const back = (): Promise<void> => this.join({ kind, ...(name && { name }) }, id);
    this.toasts.show(this.t('analyses.team.left'), back);
  }

  link(feedbackId: string): Promise<void> {
    return this.deed((id) => this.client.link(id, feedbackId));
  }

  async unlink(feedbackId: string): Promise<void> {
    await this.deed((id) => this.client.unlink(id, feedbackId));
    this.toasts.show(this.t('analyses.covered.unlinked'), () => this.link(feedbackId));
  }

  async conclude(): Promise<void> {
    await this.save();
    await this.deed((id) => this.client.conclude(id));
    this.toasts.show(this.t('analyses.concluded.done'), () => this.reopen());
  }

  reopen(): Promise<void> {
    return this.deed((id) => this.client.reopen(id));
  }

  /** Sends what waits, one after the other, as long as there is something that can be sent. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.work().finally(() => (this.running = null));
    return this.running;
  }

  private async work(): Promise<void> {
    for (;;) {
      const next = [...this.edits()].find(([, { mine, clash }]) => !clash && isSayable(mine));
      if (!next) return;
      this.saving.set('saving');
      try {
        await this.send(...next);
        this.failure.set(null);
        this.saving.set('saved');
      } catch (error) {
        this.failure.set(error);
        this.saving.set(null);
        return;
      }
    }
  }

  private async send(key: string, edit: Edit): Promise<void> {
    const id = this.last()?.id ?? '';
    try {
      const order = orderOf(edit.mine, edit.version);
      const told =
        'wording' in order
          ? await this.client.saveCause(id, key, order)
          : await this.client.update(id, order);
      this.last.set(told);
      const saved = 'wording' in order ? edit.version + 1 : told.version;
      const typed = this.edits().get(key)?.mine;
      // Typed on while it was on its way: what is left is a change of what was just saved.
      if (typed && typed !== edit.mine)
        this.put(key, { base: edit.mine, mine: typed, version: saved });
      else this.edits.update((edits) => new Map([...edits].filter(([name]) => name !== key)));
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'analysis.changed') throw error;
      this.meet(key, edit, error.details['current'] as (CauseDto & AnalysisWords) | null);
    }
  }

  /** Somebody else wrote there: what does not clash is joined, what does is shown. */
  private meet(key: string, edit: Edit, current: (CauseDto & AnalysisWords) | null): void {
    const mine = this.edits().get(key)?.mine ?? edit.mine;
    if (!current) {
      this.put(key, { ...edit, mine, clash: { theirs: null, version: 0, fields: [] } });
      return;
    }
    const theirs: Facts = key === wordsKey ? wordsOf(current) : causeOf(current);
    const { merged, clashes } = settle(edit.base ?? theirs, mine, theirs);
    const { version } = current;
    if (clashes.length === 0) this.put(key, { base: theirs, mine: merged, version });
    else this.put(key, { ...edit, mine: merged, clash: { theirs, version, fields: clashes } });
  }

  private edit(key: string, base: Facts | null, version: number, changes: Partial<Facts>): void {
    const known = this.edits().get(key);
    const mine = { ...(known?.mine ?? base), ...changes } as Facts;
    this.put(key, known ? { ...known, mine } : { base, mine, version });
    this.soon();
  }

  private put(key: string, edit: Edit): void {
    this.edits.update((edits) => new Map([...edits, [key, edit]]));
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), rest);
  }

  private async deed(work: (id: string) => Promise<AnalysisDto>): Promise<void> {
    const id = this.last()?.id;
    if (!id) return;
    this.failure.set(null);
    try {
      this.last.set(await work(id));
    } catch (error) {
      this.failure.set(error);
      throw error;
    }
  }
}

type AnalysisWords = Parameters<typeof wordsOf>[0];
