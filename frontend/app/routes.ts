import type { Routes } from '@angular/router';
import { feedbackRoutes } from './feedback/feedback.routes';
import { planRoutes } from './plans/plans.routes';
import { homeOfRole } from './home/home-of-role';
import { withWords } from './i18n/with-words';
import type { Key } from './i18n/words';
import { letterRoutes } from './letters/letters.routes';
import { reminderRulesRoutes } from './reminder-rules/reminder-rules.routes';
import { planSheetRoutes } from './plan-sheets/plan-sheets.routes';
import { setupDone, setupNeeded } from './session/setup';
import { signedIn } from './session/signed-in';
import { Broken } from './shell/broken';
import type { RoomSign } from './shell/room-sign';
import { surveyRoutes } from './surveys/surveys.routes';

/**
 * Every address of the application. A room is added under the shell, its page loaded with its words
 * (`withWords`), its `title` a key of the dictionary; `data.room` puts it in the rail, in this order.
 */
export const routes: Routes = [
  {
    path: 'connexion',
    title: 'session.title' satisfies Key,
    canActivate: [setupDone],
    loadComponent: () => import('./session/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'bienvenue',
    title: 'people.firstRun.page' satisfies Key,
    canActivate: [setupNeeded],
    loadComponent: withWords(() => import('./people/first-run').then((m) => m.FirstRun), 'people'),
  },
  {
    path: 'invitation/:token',
    title: 'people.invitation.page' satisfies Key,
    loadComponent: withWords(
      () => import('./people/invitation').then((m) => m.Invitation),
      'people',
    ),
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
        data: {
          room: {
            icon: 'house',
            label: 'shell.room.home',
            needs: 'feedback.read',
            inBar: true,
          } satisfies RoomSign,
        },
        canActivate: [homeOfRole],
        loadComponent: withWords(
          () => import('./home/home').then((m) => m.Home),
          'home',
          'feedback',
          'actions',
        ),
      },
      ...feedbackRoutes,
      ...planSheetRoutes,
      {
        path: 'analyses',
        title: 'analyses.title' satisfies Key,
        loadComponent: withWords(
          () => import('./analyses/analysis-list').then((m) => m.AnalysisList),
          'analyses',
        ),
      },
      {
        path: 'analyses/:id',
        title: 'analyses.record' satisfies Key,
        loadComponent: withWords(
          () => import('./analyses/analysis-page').then((m) => m.AnalysisPage),
          'analyses',
        ),
      },
      {
        path: 'modeles',
        title: 'actions.templates.title' satisfies Key,
        loadComponent: withWords(
          () => import('./actions/action-template-list').then((m) => m.ActionTemplateList),
          'actions',
        ),
      },
      {
        path: 'actions/nouvelle',
        title: 'actions.newTitle' satisfies Key,
        loadComponent: withWords(
          () => import('./actions/action-form').then((m) => m.ActionForm),
          'actions',
        ),
      },
      {
        path: 'actions',
        title: 'actions.title' satisfies Key,
        data: {
          room: {
            icon: 'list-checks',
            label: 'shell.room.actions',
            needs: 'action.read',
            inBar: true,
          } satisfies RoomSign,
        },
        loadComponent: withWords(
          () => import('./actions/action-list').then((m) => m.ActionList),
          'actions',
        ),
        children: [
          {
            path: ':id',
            loadComponent: withWords(
              () => import('./actions/action-record').then((m) => m.ActionRecord),
              'actions',
              'attachments',
              'work',
            ),
          },
          {
            path: ':id/modifier',
            loadComponent: withWords(
              () => import('./actions/action-edit').then((m) => m.ActionEdit),
              'actions',
            ),
          },
        ],
      },
      ...planRoutes,
      ...surveyRoutes,
      {
        path: 'mur-expression',
        title: 'wall.title' satisfies Key,
        data: {
          room: {
            icon: 'megaphone',
            label: 'shell.room.wall',
            needs: 'wall.moderate',
          } satisfies RoomSign,
        },
        loadComponent: withWords(() => import('./wall/wall-list').then((m) => m.WallList), 'wall'),
      },
      {
        path: 'indicateurs',
        title: 'indicators.title' satisfies Key,
        data: {
          room: {
            icon: 'chart-line',
            label: 'shell.room.indicators',
            needs: 'indicator.read',
            inBar: true,
          } satisfies RoomSign,
        },
        loadComponent: withWords(
          () => import('./indicators/indicator-list').then((m) => m.IndicatorList),
          'indicators',
          'actions',
        ),
      },
      {
        path: 'tableaux-de-bord',
        title: 'scorecards.title' satisfies Key,
        data: {
          room: {
            icon: 'presentation',
            label: 'shell.room.scorecards',
            needs: 'scorecard.read',
            inBar: true,
          } satisfies RoomSign,
        },
        loadComponent: withWords(
          () => import('./scorecards/scorecard-list').then((m) => m.ScorecardList),
          'scorecards',
        ),
      },
      {
        path: 'tableaux-de-bord/publier',
        title: 'scorecards.publish.title' satisfies Key,
        loadComponent: withWords(
          () => import('./scorecards/publish-scorecard').then((m) => m.PublishScorecard),
          'scorecards',
        ),
      },
      {
        path: 'tableaux-de-bord/:id',
        title: 'scorecards.title' satisfies Key,
        loadComponent: withWords(
          () => import('./scorecards/scorecard-page').then((m) => m.ScorecardPage),
          'scorecards',
        ),
      },
      {
        path: 'services',
        title: 'organization.title' satisfies Key,
        data: {
          room: {
            icon: 'building',
            label: 'shell.room.units',
            needs: 'unit.read',
          } satisfies RoomSign,
        },
        loadComponent: withWords(
          () => import('./organization/unit-tree').then((m) => m.UnitTree),
          'organization',
        ),
        children: [
          {
            path: ':id',
            loadComponent: () => import('./organization/unit-record').then((m) => m.UnitRecord),
          },
        ],
      },
      {
        path: 'services/:id/affiche',
        title: 'organization.poster.title' satisfies Key,
        loadComponent: withWords(
          () => import('./organization/unit-poster').then((m) => m.UnitPoster),
          'organization',
        ),
      },
      {
        path: 'regles',
        title: 'organization.rules.title' satisfies Key,
        loadComponent: withWords(
          () => import('./organization/rules-page').then((m) => m.RulesPage),
          'organization',
          'reminderRules',
        ),
      },
      ...reminderRulesRoutes,
      {
        path: 'organisme',
        title: 'organization.settings.title' satisfies Key,
        loadComponent: withWords(
          () => import('./organization/organization-settings').then((m) => m.OrganizationSettings),
          'organization',
        ),
      },
      ...letterRoutes,
      {
        path: 'preferences',
        title: 'people.reminders.title' satisfies Key,
        loadComponent: withWords(
          () => import('./people/my-reminders').then((m) => m.MyReminders),
          'people',
        ),
      },
      {
        path: 'personnes',
        title: 'people.title' satisfies Key,
        data: {
          room: {
            icon: 'users',
            label: 'shell.room.people',
            needs: 'person.read',
          } satisfies RoomSign,
        },
        loadComponent: withWords(
          () => import('./people/people-list').then((m) => m.PeopleList),
          'people',
        ),
      },
      {
        path: 'personnes/inviter',
        title: 'people.invite.title' satisfies Key,
        loadComponent: withWords(
          () => import('./people/invite-person').then((m) => m.InvitePerson),
          'people',
        ),
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
