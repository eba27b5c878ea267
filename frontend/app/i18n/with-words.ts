import { inject } from '@angular/core';
import { I18n, type Room } from './i18n';

/**
 * Loads a page and the words of the rooms it speaks of, at the same time:
 *
 *     loadComponent: withWords(() => import('./feedback/feedback-list').then((m) => m.FeedbackList), 'feedback')
 */
export function withWords<Page>(load: () => Promise<Page>, ...rooms: Room[]): () => Promise<Page> {
  return async () => {
    const i18n = inject(I18n);
    const [page] = await Promise.all([load(), ...rooms.map((room) => i18n.load(room))]);
    return page;
  };
}
