import { ElementRef, inject, type Signal } from '@angular/core';
import { Keys } from '../shell/keys';
import { focusTitle } from '../ui/focus-title';
import { Triage, type Wish } from './triage';

interface ListOnShow {
  /** The record that is open, null without one. */
  open: Signal<string | null>;
  /** Chooses a row, or leaves it. */
  choose: (id: string) => void;
  mayTriage: boolean;
}

/** The keys of the list of feedback: from one to the next, and what is done with it. */
export function listKeys({ open, choose, mayTriage }: ListOnShow): void {
  const triage = inject(Triage);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  const focused = (): HTMLElement | null =>
    document.activeElement?.closest<HTMLElement>('a[data-id]') ?? null;
  const current = (): string | null => focused()?.dataset['id'] ?? open();

  const through = (by: 1 | -1): boolean => {
    const links = [...host.querySelectorAll<HTMLElement>('a[data-id]')];
    const at = links.findIndex((link) => link === focused());
    const next = at < 0 ? links.at(by > 0 ? 0 : -1) : links[at + by];
    next?.focus();
    return next !== undefined;
  };
  const turn = (id: string, by: 1 | -1): boolean => {
    const { previous, next } = triage.neighbours(id);
    const to = by > 0 ? next : previous;
    if (to === null) return false;
    void triage.open(to).then(() => {
      const record = host.querySelector<HTMLElement>('section.record');
      setTimeout(() => record && focusTitle(record));
    });
    return true;
  };
  const step = (by: 1 | -1): boolean => {
    const id = open();
    return id !== null && focused() === null ? turn(id, by) : through(by);
  };
  const on = (work: (id: string) => void): boolean => {
    const id = current();
    if (id === null || !mayTriage) return false;
    work(id);
    return true;
  };
  const want = (deed: Wish['deed']) => on((id) => void triage.open(id, deed));

  inject(Keys).lend({
    j: () => step(1),
    k: () => step(-1),
    // Elsewhere the arrows scroll.
    ArrowDown: () => focused() !== null && through(1),
    ArrowUp: () => focused() !== null && through(-1),
    q: () => want('qualify'),
    d: () => want('dismiss'),
    x: () => on(choose),
  });
}
