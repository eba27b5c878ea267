import type { Routes } from '@angular/router';
import { withWords } from '../i18n/with-words';
import type { Key } from '../i18n/words';

/** The rules of reminders are reached from the rules; how heavy they are, from the home as well. */
export const reminderRulesRoutes: Routes = [
  {
    path: 'regles/rappels',
    title: 'reminderRules.title' satisfies Key,
    loadComponent: withWords(
      () => import('./reminder-page').then((m) => m.ReminderPage),
      'reminderRules',
    ),
  },
  {
    path: 'regles/charge-de-rappels',
    title: 'reminderRules.load.title' satisfies Key,
    loadComponent: withWords(() => import('./nag-load').then((m) => m.NagLoad), 'reminderRules'),
  },
];
