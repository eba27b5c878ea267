import type { Routes } from '@angular/router';
import { withWords } from '../i18n/with-words';
import type { Key } from '../i18n/words';
import type { RoomSign } from '../shell/room-sign';

/** What people told us: logging it, reading it, answering it. */
export const feedbackRoutes: Routes = [
  {
    path: 'fiches/nouvelle',
    title: 'feedback.newTitle' satisfies Key,
    loadComponent: withWords(
      () => import('./feedback-form').then((m) => m.FeedbackForm),
      'feedback',
      'attachments',
    ),
  },
  {
    path: 'fiches/:id/courrier/:answerId',
    title: 'answering.letter.title' satisfies Key,
    loadComponent: withWords(
      () => import('../answering/letter').then((m) => m.Letter),
      'answering',
    ),
  },
  {
    path: 'reponses-types',
    title: 'answering.templates.title' satisfies Key,
    loadComponent: withWords(
      () => import('../answering/template-list').then((m) => m.TemplateList),
      'answering',
    ),
  },
  {
    path: 'fiches/importer',
    title: 'imports.title' satisfies Key,
    loadComponent: withWords(
      () => import('../imports/import-start').then((m) => m.ImportStart),
      'imports',
    ),
  },
  {
    path: 'fiches/importer/:id',
    title: 'imports.title' satisfies Key,
    loadComponent: withWords(
      () => import('../imports/import-page').then((m) => m.ImportPage),
      'imports',
    ),
  },
  {
    path: 'fiches',
    title: 'feedback.title' satisfies Key,
    data: {
      room: {
        icon: 'message-square-text',
        label: 'shell.room.feedback',
        needs: 'feedback.read',
        inBar: true,
      } satisfies RoomSign,
    },
    loadComponent: withWords(
      () => import('./feedback-list').then((m) => m.FeedbackList),
      'feedback',
    ),
    children: [
      {
        path: ':id',
        loadComponent: withWords(
          () => import('./feedback-record').then((m) => m.FeedbackRecord),
          'answering',
          'feedback',
          'actions',
          'analyses',
          'attachments',
          'wall',
        ),
      },
    ],
  },
];
