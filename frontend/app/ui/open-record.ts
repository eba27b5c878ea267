import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** The id of the record that the child route of a list shows, null without one; for <boucle-split>. */
export function openRecord(): Signal<string | null> {
  const route = inject(ActivatedRoute);
  const read = (): string | null => route.snapshot.firstChild?.paramMap.get('id') ?? null;
  const changes = inject(Router).events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map(read),
  );
  return toSignal(changes, { initialValue: read() });
}
