import type { Routes } from '@angular/router';
import { withWords } from './i18n/with-words';
import type { Key } from './i18n/words';
import { signedIn } from './session/signed-in';
import { Broken } from './shell/broken';
import type { RoomSign } from './shell/room-sign';

/**
 * Every address of the application. A room is added under the shell, its page loaded with its words
 * (`withWords`), its `title` a key of the dictionary; `data.room` puts it in the rail, in this order.
 */
export const routes: Routes = [
  {
    path: 'connexion',
    title: 'session.title' satisfies Key,
    loadComponent: () => import('./session/sign-in').then((m) => m.SignIn),
  },
  {
    path: '',
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    canActivate: [signedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'shell.room.home' satisfies Key,
        data: { room: { icon: 'house', label: 'shell.room.home', inBar: true } satisfies RoomSign },
        loadComponent: withWords(() => import('./home/home').then((m) => m.Home), 'home'),
      },
    ],
  },
  { path: 'panne', title: 'shell.brokenTitle' satisfies Key, component: Broken },
  {
    path: '**',
    title: 'shell.notFoundTitle' satisfies Key,
    loadComponent: () => import('./shell/not-found').then((m) => m.NotFound),
  },
];
