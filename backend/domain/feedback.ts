import type { ActionState } from './action.js';
import { isOpen } from './action.js';
import type { Lifecycle } from './lifecycle.js';
import { Refusal } from './refusal.js';

export const feedbackKinds = ['anomaly', 'suggestion', 'complaint', 'compliment'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export const channels = [
  'front_desk',
  'phone',
  'mail',
  'email',
  'web',
  'kiosk',
  'wall',
  'survey',
  'workshop',
  'meeting',
] as const;
export type Channel = (typeof channels)[number];

/** The channels by which a member may log what somebody said; the others are filled by machines. */
export const loggedChannels = ['front_desk', 'phone', 'mail', 'email', 'meeting'] as const;

export const reporterKinds = ['user', 'relative', 'professional', 'partner', 'official'] as const;
export type ReporterKind = (typeof reporterKinds)[number];

/** Who may speak on a public page without an account. */
export const publicReporterKinds = ['user', 'relative', 'professional', 'partner'] as const;

/** Severity from 1 (slight) to 4 (critical). */
export const severities = [1, 2, 3, 4] as const;
export type Severity = (typeof severities)[number];

/** The longest body that one feedback may hold, in UTF-16 units. */
export const bodyMaximum = 20_000;

export const feedbackStates = [
  'received',
  'qualified',
  'in_progress',
  'resolved',
  'closed',
  'dismissed',
] as const;
export type FeedbackState = (typeof feedbackStates)[number];
export type FeedbackMove =
  'qualify' | 'act' | 'resolve' | 'close' | 'reopen' | 'dismiss' | 'restore';

/** What becomes of a feedback; `act` is made by opening an action from it. */
export const feedbackLifecycle: Lifecycle<FeedbackState, FeedbackMove> = {
  initial: 'received',
  moves: {
    qualify: { from: ['received', 'qualified'], to: 'qualified', needs: 'feedback.qualify' },
    act: {
      from: ['received', 'qualified', 'in_progress', 'resolved'],
      to: 'in_progress',
      needs: 'action.create',
    },
    resolve: { from: ['qualified', 'in_progress'], to: 'resolved', needs: 'feedback.resolve' },
    close: { from: ['resolved'], to: 'closed', needs: 'feedback.close' },
    reopen: { from: ['resolved', 'closed'], to: 'in_progress', needs: 'feedback.close' },
    dismiss: { from: ['received', 'qualified'], to: 'dismissed', needs: 'feedback.dismiss' },
    restore: { from: ['dismissed'], to: 'received', needs: 'feedback.dismiss' },
  },
};

/** What the gates look at before a feedback may be resolved or closed. */
export interface Outcome {
  actions: readonly ActionState[];
  /** The written decision that no action is needed. */
  decision: string | null;
  /** Whether the reporter left a way to be reached. */
  reachable: boolean;
  answered: boolean;
}

/**
 * What still stands between a feedback and its resolution: an action that is open, or neither an
 * action done nor a written decision that none is needed. A cancelled action is not a done one.
 */
export function resolutionObstacles({ actions, decision }: Outcome): string[] {
  if (actions.some(isOpen)) return ['feedback.action_open'];
  const settled = actions.some((state) => state === 'done' || state === 'verified');
  return settled || decision ? [] : ['feedback.nothing_done'];
}

/** What still stands between a feedback and its closing: the above, and the answer that is owed. */
export function closingObstacles(outcome: Outcome): string[] {
  const unanswered = outcome.reachable && !outcome.answered ? ['feedback.answer_missing'] : [];
  return [...resolutionObstacles(outcome), ...unanswered];
}

/** @throws Refusal with the first obstacle's code and all of them in its details. */
export function refuseObstacles(obstacles: string[]): void {
  const [first] = obstacles;
  if (first) throw new Refusal('conflict', first, { obstacles });
}

/**
 * How many years a reporter's identity is kept after the last contact.
 * CNIL, reference for the social and medico-social sector: an editable default, not a claim of law.
 */
export const retentionYears = 2;
