import { effect, inject, signal, untracked, type Signal, type WritableSignal } from '@angular/core';
import { dropDraft, keepDraft, readDraft } from '../ui/draft';
import { Session } from './session';

export interface OwnDraft<Model> {
  /** Whether something that was typed before the form opened was found, and stands in it. */
  found: Signal<boolean>;
  /** It was sent: nothing is left of it, and `next` stands in the form. */
  sent(next: Model): void;
}

/**
 * Keeps what a member is typing until it is sent, through a reload or a session that ends. It is
 * kept under the person's own name: a desk's computer has many hands, and a draft may hold the
 * telephone number of somebody.
 *
 *     private readonly draft = ownDraft(() => `answer.${this.feedback().id}`, this.model);
 */
export function ownDraft<Model extends object>(
  name: () => string,
  model: WritableSignal<Model>,
): OwnDraft<Model> {
  const session = inject(Session);
  const address = (): string => `${session.me()?.person.id ?? ''}.${name()}`;
  let blank: Model | null = null;
  const found = signal(false);
  effect(() => {
    const typed = model();
    untracked(() => {
      if (blank === null) {
        blank = typed;
        const kept = readDraft(address(), typed);
        found.set(kept !== null);
        model.set(kept ?? typed);
      } else if (same(typed, blank)) dropDraft(address());
      else keepDraft(address(), typed);
    });
  });
  return {
    found: found.asReadonly(),
    sent(next) {
      blank = next;
      found.set(false);
      dropDraft(untracked(address));
      model.set(next);
    },
  };
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
