import type { Day } from './days.js';
import type { Lifecycle } from './lifecycle.js';
import type { Permission } from './permissions.js';
import { Refusal } from './refusal.js';

export const deferralStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type DeferralState = (typeof deferralStates)[number];
export type DeferralMove = 'grant' | 'refuse' | 'withdraw';

export const deferralDecisions = ['grant', 'refuse'] as const;
export type DeferralDecision = (typeof deferralDecisions)[number];

/**
 * What becomes of a request for another due date. `asker` is whoever asked, or owns the action
 * since. Whoever may move the date does not ask: their move is asked and granted in one stroke.
 */
export const deferralLifecycle = {
  initial: 'asked',
  moves: {
    grant: { from: ['asked'], to: 'granted', needs: 'action.reschedule' },
    refuse: { from: ['asked'], to: 'refused', needs: 'action.reschedule' },
    withdraw: { from: ['asked'], to: 'withdrawn', needs: 'asker' },
  },
} as const satisfies Lifecycle<DeferralState, DeferralMove, Permission | 'asker'>;

/**
 * Nobody decides on what they asked for.
 * @throws Refusal `deferral.own`.
 */
export function refuseOwnDecision(askedBy: string, decidedBy: string): void {
  if (askedBy === decidedBy) throw new Refusal('forbidden', 'deferral.own');
}

/**
 * The day that an owner asks for gives them more time, and is still to come.
 * @throws Refusal `deferral.not_later`, or `deferral.day_past`.
 */
export function refuseUselessDay(from: Day, to: Day, today: Day): void {
  if (to <= from) throw new Refusal('invalid', 'deferral.not_later', { dueOn: from });
  if (to < today) throw new Refusal('invalid', 'deferral.day_past');
}

/**
 * The start that goes with a due date: it never comes after it, and follows one that is brought
 * forward.
 */
export function startBefore(startOn: Day | null, dueOn: Day): Day | null {
  return startOn !== null && startOn > dueOn ? dueOn : startOn;
}
