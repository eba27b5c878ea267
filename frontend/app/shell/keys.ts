import { DestroyRef, Service, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { remember, remembered } from '../session/memory';
import { Toasts } from '../ui/toasts';
import { Rooms, reportPath } from './rooms';

/**
 * The keys that work anywhere, except while typing or under a dialog. Whoever dictates their texts
 * can turn them off (WCAG 2.1.4).
 */
@Service()
export class Keys {
  private readonly router = inject(Router);
  private readonly rooms = inject(Rooms);
  private readonly toasts = inject(Toasts);
  private readonly single = signal(remembered('shortcuts') !== 'off');
  private readonly sheet = signal(false);
  /** The keys that the pages on show lend, each telling whether it did anything. */
  private readonly lent = new Set<Record<string, () => boolean>>();
  /** After `g`, a digit opens a room. */
  private going = false;

  readonly on = this.single.asReadonly();
  readonly sheetOpen = this.sheet.asReadonly();

  turn(on: boolean): void {
    this.single.set(on);
    remember('shortcuts', on ? null : 'off');
  }

  showSheet(open: boolean): void {
    this.sheet.set(open);
  }

  /** Lends keys to the page or the piece that asks, as long as it is there. */
  lend(keys: Record<string, () => boolean>): void {
    this.lent.add(keys);
    inject(DestroyRef).onDestroy(() => this.lent.delete(keys));
  }

  press(event: KeyboardEvent): void {
    if (!this.single() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const wasGoing = this.going;
    this.going = false;
    if (wasGoing && /^[1-9]$/.test(event.key)) this.go(Number(event.key), event);
    else this.act(event);
  }

  private act(event: KeyboardEvent): void {
    switch (event.key) {
      case '?':
        this.sheet.set(true);
        break;
      case 'n':
        if (!this.rooms.mayReport()) return;
        void this.router.navigateByUrl(`/${reportPath}`);
        break;
      case 'u':
        if (!this.toasts.undoLast()) return;
        break;
      case 'g':
        this.going = true;
        break;
      default:
        if (![...this.lent].some((keys) => keys[event.key]?.())) return;
    }
    event.preventDefault();
  }

  private go(rank: number, event: KeyboardEvent): void {
    const room = this.rooms.open()[rank - 1];
    if (!room) return;
    event.preventDefault();
    void this.router.navigateByUrl(room.path);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  );
}
