import type { Routes } from '@angular/router';
import { withWords } from '../i18n/with-words';
import type { Key } from '../i18n/words';

/** The sheets that plans come from are reached from the plans. */
export const planSheetRoutes: Routes = [
  {
    path: 'reprendre-un-plan',
    title: 'planSheets.title' satisfies Key,
    loadComponent: withWords(
      () => import('./plan-sheet-start').then((m) => m.PlanSheetStart),
      'planSheets',
    ),
  },
  {
    path: 'reprendre-un-plan/:id',
    title: 'planSheets.title' satisfies Key,
    loadComponent: withWords(
      () => import('./plan-sheet-page').then((m) => m.PlanSheetPage),
      'planSheets',
      'imports',
    ),
  },
];
