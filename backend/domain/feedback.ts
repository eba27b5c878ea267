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

/** The channels where whoever speaks is handed a receipt at once. */
export const acknowledgedOnTheSpot: readonly Channel[] = [
  'front_desk',
  'phone',
  'web',
  'kiosk',
  'wall',
  'survey',
  'workshop',
  'meeting',
];

export const reporterKinds = ['user', 'relative', 'professional', 'partner', 'official'] as const;
export type ReporterKind = (typeof reporterKinds)[number];

/** Who may speak on a public page without an account. */
export const publicReporterKinds = ['user', 'relative', 'professional', 'partner'] as const;

/** The channels of what somebody types for themselves; the server need not be told of the first. */
export const publicChannels = ['web', 'kiosk'] as const;

/** Severity from 1 (slight) to 4 (critical). */
export const severities = [1, 2, 3, 4] as const;
export type Severity = (typeof severities)[number];

/** Frequency from 1 (once) to 4 (all the time). */
export const frequencies = [1, 2, 3, 4] as const;
export type Frequency = (typeof frequencies)[number];

/** Criticality from 1 (low) to 4 (to treat first): what severity and frequency make on the grid. */
export const criticalities = [1, 2, 3, 4] as const;
export type Criticality = (typeof criticalities)[number];

/** The criticality of each severity (rows) at each frequency (columns), from 1 to 4. */
export type CriticalityGrid = readonly (readonly Criticality[])[];

/** What a new organisation starts with; a change makes a new version. */
export const firstGrid: CriticalityGrid = [
  [1, 1, 1, 2],
  [1, 2, 2, 3],
  [2, 3, 3, 4],
  [3, 4, 4, 4],
];

/** Whether these are the cells of a grid. */
export function isGrid(cells: readonly (readonly unknown[])[]): cells is CriticalityGrid {
  return (
    cells.length === severities.length &&
    cells.every(
      (row) =>
        Array.isArray(row) &&
        row.length === frequencies.length &&
        row.every((cell) => criticalities.includes(cell as Criticality)),
    )
  );
}

/** Where a severity and a frequency meet on the grid. */
export function criticalityOf(
  grid: CriticalityGrid,
  severity: Severity,
  frequency: Frequency,
): Criticality {
  const cell = grid[severity - 1]?.[frequency - 1];
  if (!cell) throw new RangeError(`the grid has no cell ${severity}, ${frequency}`);
  return cell;
}

/** How many feedback may be changed at once. */
export const batchMaximum = 500;

/** The longest body that one feedback may hold, in UTF-16 units. */
export const bodyMaximum = 20_000;

export const feedbackStates = [
  'received',
  'qualified',
  'in_progress',
  'resolved',
  'closed',
  'dismissed',
  'duplicate',
  'transferred',
] as const;
/** Out of the way from the word to the answer: what is taken back from there returns where it was. */
export const asideStates = ['dismissed', 'duplicate', 'transferred'] as const;
export type FeedbackState = (typeof feedbackStates)[number];
export const isAside = (state: FeedbackState): boolean =>
  (asideStates as readonly FeedbackState[]).includes(state);

/** Once work has begun it goes on, better understood. */
export const qualifyingMove = (state: FeedbackState): 'qualify' | 'requalify' =>
  state === 'in_progress' ? 'requalify' : 'qualify';

/** Whether nothing more is owed to whoever spoke on this record. */
export const isSettled = (state: FeedbackState): boolean =>
  state === 'closed' || state === 'dismissed' || state === 'duplicate';

export type FeedbackMove =
  | 'qualify'
  | 'requalify'
  | 'act'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'dismiss'
  | 'restore'
  | 'merge'
  | 'split'
  | 'transfer'
  | 'receive';

/**
 * What becomes of a feedback; `act` is made by opening an action from it, `receive` by those to whom
 * it was transferred, or by those who take it back.
 */
export const feedbackLifecycle: Lifecycle<FeedbackState, FeedbackMove> = {
  initial: 'received',
  moves: {
    qualify: { from: ['received', 'qualified'], to: 'qualified', needs: 'feedback.qualify' },
    requalify: { from: ['in_progress'], to: 'in_progress', needs: 'feedback.qualify' },
    act: {
      from: ['received', 'qualified', 'in_progress', 'resolved'],
      to: 'in_progress',
      needs: 'action.create',
    },
    resolve: {
      from: ['qualified', 'in_progress', 'transferred'],
      to: 'resolved',
      needs: 'feedback.resolve',
    },
    close: { from: ['resolved'], to: 'closed', needs: 'feedback.close' },
    reopen: { from: ['resolved', 'closed'], to: 'in_progress', needs: 'feedback.close' },
    dismiss: { from: ['received', 'qualified'], to: 'dismissed', needs: 'feedback.dismiss' },
    restore: { from: ['dismissed'], to: 'back', needs: 'feedback.dismiss' },
    merge: {
      from: ['received', 'qualified', 'in_progress'],
      to: 'duplicate',
      needs: 'feedback.merge',
    },
    split: { from: ['duplicate'], to: 'back', needs: 'feedback.merge' },
    transfer: { from: ['received', 'qualified'], to: 'transferred', needs: 'feedback.transfer' },
    receive: { from: ['transferred'], to: 'back', needs: 'feedback.qualify' },
  },
};

/** What became of a transfer: received there, not received, or taken back. */
export const transferOutcomes = ['received', 'not_received', 'taken_back'] as const;
export type TransferOutcome = (typeof transferOutcomes)[number];

/** After how many working days a partner is asked whether it was received there, unless another day is chosen. */
export const askAfterWorkingDays = 10;

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
