import type { Lifecycle } from './lifecycle.js';
import { Refusal } from './refusal.js';

export const actionKinds = ['immediate', 'corrective', 'preventive', 'improvement'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStates = ['planned', 'in_progress', 'done', 'verified', 'cancelled'] as const;
export type ActionState = (typeof actionStates)[number];
export type ActionMove = 'start' | 'finish' | 'verify' | 'resume' | 'cancel';

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
export const originKinds = ['feedback', 'audit', 'analysis_cause'] as const;
export type OriginKind = (typeof originKinds)[number];

/** What becomes of an action; `resume` follows an ineffective verdict. */
export const actionLifecycle: Lifecycle<ActionState, ActionMove> = {
  initial: 'planned',
  moves: {
    start: { from: ['planned'], to: 'in_progress', needs: 'action.progress' },
    finish: { from: ['planned', 'in_progress'], to: 'done', needs: 'action.progress' },
    verify: { from: ['done'], to: 'verified', needs: 'action.verify' },
    resume: { from: ['done'], to: 'in_progress', needs: 'action.verify' },
    cancel: { from: ['planned', 'in_progress'], to: 'cancelled', needs: 'action.cancel' },
  },
};

/** Whether an action still owes its work; one that is done waits for its verdict only. */
export function isOpen(state: ActionState): boolean {
  return state === 'planned' || state === 'in_progress';
}

/** The move that a verdict makes: an ineffective action goes back to work. */
export function moveOfVerdict(verdict: Verdict): ActionMove {
  return verdict === 'ineffective' ? 'resume' : 'verify';
}

/**
 * Nobody is judge in their own cause.
 * @throws Refusal `action.verdict_by_owner` when the verifier owns the action.
 */
export function refuseOwnVerdict(ownerId: string, verifierId: string): void {
  if (ownerId === verifierId) throw new Refusal('forbidden', 'action.verdict_by_owner');
}
