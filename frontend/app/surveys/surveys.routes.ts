import type { Routes } from '@angular/router';
import { withWords } from '../i18n/with-words';
import type { Key } from '../i18n/words';
import type { RoomSign } from '../shell/room-sign';

/** The questions asked to the public, and who is invited to answer them. */
export const surveyRoutes: Routes = [
  {
    path: 'enquetes',
    title: 'surveys.title' satisfies Key,
    data: {
      room: {
        icon: 'smile',
        label: 'shell.room.surveys',
        needs: 'survey.read',
      } satisfies RoomSign,
    },
    loadComponent: withWords(
      () => import('./survey-list').then((m) => m.SurveyList),
      'surveys',
      'actions',
    ),
  },
  {
    path: 'enquetes/:id/invitations',
    title: 'surveys.mailings.title' satisfies Key,
    loadComponent: withWords(() => import('./mailing-page').then((m) => m.MailingPage), 'surveys'),
  },
];
