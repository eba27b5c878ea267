import { signal, type Signal } from '@angular/core';

/** One thing done at a time, and what went wrong with the last. */
export interface Deeds {
  readonly failure: Signal<unknown>;
  readonly busy: Signal<boolean>;
  /** Does it, unless another is under way; tells whether it was done. */
  do(work: () => Promise<unknown>): Promise<boolean>;
}

/** What a part of a page does by its buttons: a failure is said where it happened. */
export function deeds(): Deeds {
  const failure = signal<unknown>(null);
  const busy = signal(false);
  return {
    failure: failure.asReadonly(),
    busy: busy.asReadonly(),
    do: async (work) => {
      if (busy()) return false;
      busy.set(true);
      failure.set(null);
      try {
        await work();
        return true;
      } catch (error) {
        failure.set(error);
        return false;
      } finally {
        busy.set(false);
      }
    },
  };
}
