import { effect, inject, untracked, type WritableSignal } from '@angular/core';
import { Session } from './session';

const prefix = 'boucle.draft.';

export interface Draft<Model> {
  /** It was sent: nothing is left of it, and `next` stands in the form. */
  sent(next: Model): void;
}

/**
 * Keeps what is being typed until it is sent, through a reload or a session that ends. In the tab
 * only and under the person's own name: a desk's computer has many hands, and a draft may hold the
 * telephone number of somebody.
 *
 *     private readonly draft = keepDraft(() => `answer.${this.feedback().id}`, this.model);
 */
export function keepDraft<Model extends object>(
  name: () => string,
  model: WritableSignal<Model>,
): Draft<Model> {
  const session = inject(Session);
  const key = (): string => `${prefix}${session.me()?.person.id ?? ''}.${name()}`;
  let blank: string | null = null;
  effect(() => {
    const typed = model();
    untracked(() => {
      if (blank !== null) {
        write(key(), JSON.stringify(typed) === blank ? null : JSON.stringify(typed));
        return;
      }
      blank = JSON.stringify(typed);
      const found = read(key());
      if (found) model.set({ ...typed, ...sameShape(typed, found) });
    });
  });
  return {
    sent(next) {
      blank = JSON.stringify(next);
      write(untracked(key), null);
      model.set(next);
    },
  };
}

/** Leaves nothing behind for whoever sits down next. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(prefix)) sessionStorage.removeItem(key);
    }
  } catch {
    // Storage is refused: there was no draft.
  }
}

/** A draft may come from an earlier version of its form. */
function sameShape<Model extends object>(model: Model, found: object): Partial<Model> {
  const kept = Object.entries(found).filter(
    ([name, value]) => typeof value === typeof model[name as keyof Model],
  );
  return Object.fromEntries(kept) as Partial<Model>;
}

function read(key: string): object | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

function write(key: string, draft: string | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, draft);
  } catch {
    // Storage is full or refused: what is typed holds until the page is left.
  }
}
