import { Injector, afterNextRender, inject } from '@angular/core';

/** Gives the focus to something that is about to be drawn, by its id. */
export function focusLater(): (id: string) => void {
  const injector = inject(Injector);
  return (id) =>
    void afterNextRender({ write: () => document.getElementById(id)?.focus() }, { injector });
}
