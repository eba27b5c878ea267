import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { effect, inject, untracked } from '@angular/core';
import type { DrawnDto } from '../../../backend/action-views/action-views.dto';
import { ActionsClient } from './actions-client';

/** What a view draws of the actions; read again after each change made from here. */
export function drawnActions(
  query: () => Record<string, string>,
): HttpResourceRef<DrawnDto | undefined> {
  const drawn = httpResource<DrawnDto>(() => {
    const { page: _, ...params } = query();
    return { url: '/api/actions/drawn', params };
  });
  onChange(() => drawn.reload());
  return drawn;
}

/** Does something after each change of an action made from here. */
export function onChange(work: () => void): void {
  const { changed } = inject(ActionsClient);
  let started = false;
  effect(() => {
    changed();
    if (started) untracked(work);
    started = true;
  });
}
