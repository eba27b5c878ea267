import { ElementRef, effect, inject } from '@angular/core';

/**
 * After a deed the button or the form that made it may be gone, and the focus with it: it then goes
 * to the title of the record. `deed` is a signal that changes with each.
 */
export function keepFocus(deed: () => unknown): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  let started = false;
  effect(() => {
    deed();
    if (!started) {
      started = true;
      return;
    }
    // After the drawing, and after a dialog has given the focus back to a button that is no more.
    setTimeout(() => {
      const { activeElement, body } = document;
      const lost = !activeElement || activeElement === body;
      if (lost) host.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }, 50);
  });
}
