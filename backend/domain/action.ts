import type { Lifecycle } from './lifecycle.js';
import { Refusal } from './refusal.js';

export const actionKinds = ['immediate', 'corrective', 'preventive', 'improvement'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStates = ['planned', 'in_progress', 'done', 'verified', 'cancelled'] as const;
export type ActionState = (typeof actionStates)[number];
export type ActionMove = 'start' | 'finish' | 'verify' | 'resume' | 'succeed' | 'cancel';

export const verdicts = ['effective', 'ineffective', 'inconclusive'] as const;
export type Verdict = (typeof verdicts)[number];

/** How far users took part, from the least to the most; informing is not partnership. */
export const participations = [
  'informed',
  'consulted',
  'co_built',
  'co_decided',
  'co_implemented',
] as const;
export type Participation = (typeof participations)[number];

/** What an action can come from; each action has at least one origin. */
export const originKinds = [
  'feedback',
  'analysis_cause',
  'survey',
  'indicator',
  'recommendation',
  'audit',
] as const;
export type OriginKind = (typeof originKinds)[number];

/**
 * How it will be known whether an action worked: an indicator reaches a value, what led to it is
 * not told again for so many days, or something described is observed.
 */
export const checkMethods = ['indicator', 'recurrence', 'observation'] as const;
export type CheckMethod = (typeof checkMethods)[number];

/** How easy it is, and how much it changes, from the least to the most; priority is their product. */
export const ratings = [1, 2, 3, 4] as const;
export type Rating = (typeof ratings)[number];

/** What the owner may write besides whoever leads there: the rest binds somebody else. */
export const ownersWords = [
  'description',
  'rationale',
  'startOn',
  'participation',
  'participants',
  'feasibility',
  'impact',
  'cost',
  'effortDays',
  'skills',
  'stakeholders',
  'levers',
  'obstacles',
] as const;

/**
 * What becomes of an action. An ineffective verdict is followed by `resume`, which sends it back to
 * work, or by `succeed`, which leaves the work to another that keeps its origins.
 */
export const actionLifecycle: Lifecycle<ActionState, ActionMove> = {
  initial: 'planned',
  moves: {
    start: { from: ['planned'], to: 'in_progress', needs: 'action.progress' },
    finish: { from: ['planned', 'in_progress'], to: 'done', needs: 'action.progress' },
    verify: { from: ['done'], to: 'verified', needs: 'action.verify' },
    resume: { from: ['done'], to: 'in_progress', needs: 'action.verify' },
    succeed: { from: ['done'], to: 'verified', needs: 'action.create' },
    cancel: { from: ['planned', 'in_progress'], to: 'cancelled', needs: 'action.cancel' },
  },
};

/** Whether an action still owes its work; one that is done waits for its verdict only. */
export function isOpen(state: ActionState): boolean {
  return state === 'planned' || state === 'in_progress';
}

/** The moves that give a verdict. */
export const verdictMoves: readonly ActionMove[] = ['verify', 'resume', 'succeed'];

/** The move that a verdict makes: an ineffective action goes back to work. */
export function moveOfVerdict(verdict: Verdict): ActionMove {
  return verdict === 'ineffective' ? 'resume' : 'verify';
}

/** How an action's effect is looked for, as it is asked for. */
export interface CheckAsked {
  checkMethod?: CheckMethod | null;
  checkIndicatorId?: string | null;
  checkTarget?: number | null;
  checkDays?: number | null;
  criterion?: string | null;
}

/**
 * The check with nothing of another method left in it.
 * @throws Refusal `action.check_incomplete` where the method lacks what it needs.
 */
export function settleCheck(asked: CheckAsked): Required<Omit<CheckAsked, 'criterion'>> {
  const { checkMethod = null, checkIndicatorId, checkTarget, checkDays, criterion } = asked;
  const settled = {
    checkMethod,
    checkIndicatorId: (checkMethod === 'indicator' && checkIndicatorId) || null,
    checkTarget: checkMethod === 'indicator' ? (checkTarget ?? null) : null,
    checkDays: checkMethod === 'recurrence' ? (checkDays ?? null) : null,
  };
  const complete: Record<CheckMethod, boolean> = {
    indicator: settled.checkIndicatorId !== null && settled.checkTarget !== null,
    recurrence: settled.checkDays !== null,
    observation: /\S/.test(criterion ?? ''),
  };
  if (checkMethod && !complete[checkMethod]) {
    throw new Refusal('invalid', 'action.check_incomplete', { method: checkMethod });
  }
  return settled;
}

/**
 * Nobody is judge in their own cause.
 * @throws Refusal `action.verdict_by_owner` when the verifier owns the action.
 */
export function refuseOwnVerdict(ownerId: string, verifierId: string): void {
  if (ownerId === verifierId) throw new Refusal('forbidden', 'action.verdict_by_owner');
}
