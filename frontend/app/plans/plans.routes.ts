import type { Routes } from '@angular/router';
import { withWords } from '../i18n/with-words';
import type { Key } from '../i18n/words';

/** Plans of actions are reached from the room of the actions. */
export const planRoutes: Routes = [
  {
    path: 'plans',
    title: 'plans.title' satisfies Key,
    loadComponent: withWords(
      () => import('./plan-list').then((m) => m.PlanList),
      'plans',
      'planSheets',
    ),
  },
  {
    path: 'plans/nouveau',
    title: 'plans.newTitle' satisfies Key,
    loadComponent: withWords(() => import('./plan-new').then((m) => m.PlanNew), 'plans'),
  },
  {
    path: 'plans/:id',
    title: 'plans.record' satisfies Key,
    loadComponent: withWords(
      () => import('./plan-page').then((m) => m.PlanPage),
      'plans',
      'planSheets',
      'actions',
    ),
  },
  {
    path: 'plans/:id/modifier',
    title: 'plans.editTitle' satisfies Key,
    loadComponent: withWords(() => import('./plan-edit').then((m) => m.PlanEdit), 'plans'),
  },
];
