import { Service, signal } from '@angular/core';

/** How long what was just done can be undone, and its message read. */
export const toastLife = 10_000;

export interface Toast {
  id: number;
  text: string;
  undo: (() => unknown) | null;
}

/**
 * Says what was just done, and offers to undo it for ten seconds:
 *
 *     this.toasts.show(t('feedback.dismissed'), () => this.restore(id));
 *
 * The clock stops while a message is pointed at or holds the focus.
 */
@Service()
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private readonly clocks = new Map<number, Clock>();
  private last = 0;

  readonly shown = this.list.asReadonly();

  show(text: string, undo: (() => unknown) | null = null): void {
    const id = ++this.last;
    // Whoever does many things in a row needs to see the page: only what can be undone stays by.
    for (const { id: told, undo: way } of this.list()) if (way === null) this.dismiss(told);
    this.list.update((toasts) => [...toasts, { id, text, undo }]);
    this.clocks.set(id, new Clock(toastLife, () => this.dismiss(id)));
  }

  /** Undoes the last thing that can still be undone; tells whether there was one. */
  undoLast(): boolean {
    const toast = this.list().findLast(({ undo }) => undo !== null);
    if (toast) this.undo(toast);
    return toast !== undefined;
  }

  undo(toast: Toast): void {
    this.dismiss(toast.id);
    toast.undo?.();
  }

  dismiss(id: number): void {
    this.clocks.get(id)?.stop();
    this.clocks.delete(id);
    this.list.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  pause(): void {
    for (const clock of this.clocks.values()) clock.stop();
  }

  resume(): void {
    for (const clock of this.clocks.values()) clock.start();
  }
}

/** A countdown that can wait. */
class Clock {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private since = 0;

  constructor(
    private left: number,
    private readonly ring: () => void,
  ) {
    this.start();
  }

  start(): void {
    if (this.timer !== null) return;
    this.since = performance.now();
    this.timer = setTimeout(this.ring, this.left);
  }

  stop(): void {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.left -= performance.now() - this.since;
  }
}
