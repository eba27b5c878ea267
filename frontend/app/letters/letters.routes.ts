import type { Routes } from '@angular/router';
import { withWords } from '../i18n/with-words';
import type { Key } from '../i18n/words';
import type { RoomSign } from '../shell/room-sign';

/** What leaves by mail, for those who look after it. */
export const letterRoutes: Routes = [
  {
    path: 'courriers',
    title: 'letters.title' satisfies Key,
    data: {
      room: {
        icon: 'mail',
        label: 'shell.room.letters',
        needs: 'mail.read',
      } satisfies RoomSign,
    },
    loadComponent: withWords(
      () => import('./stuck-letters').then((m) => m.StuckLetters),
      'letters',
    ),
  },
  {
    path: 'courriers/apercus',
    title: 'letters.previews.title' satisfies Key,
    loadComponent: withWords(
      () => import('./letter-previews').then((m) => m.LetterPreviews),
      'letters',
    ),
  },
];
