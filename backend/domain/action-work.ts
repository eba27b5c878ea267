import { isOpen, type ActionState } from './action.js';
import { Refusal } from './refusal.js';

/** How many steps, contributors and pieces of evidence an action may hold: what a page still shows. */
export const stepsMaximum = 50;
export const contributorsMaximum = 30;
export const evidenceMaximum = 100;

export const stepTitleMaximum = 200;
export const evidenceLabelMaximum = 120;
export const linkMaximum = 2000;
export const commentMaximum = 4000;

/**
 * How long a file that proves something is kept: until the evaluation that follows is over. An
 * establishment is evaluated every five years.
 */
export const evidenceYears = 6;

/** Where somebody stands towards an action. */
export interface Standing {
  state: ActionState;
  owns: boolean;
  /** May change all its words: `action.edit` there. */
  leads: boolean;
  /** Helps with it, or owns one of its steps. */
  helps: boolean;
}

/** What somebody may do of the work on an action; whoever sees it may comment. */
export interface WorkRights {
  /** Names who helps. */
  invite: boolean;
  /** Writes, orders and removes the steps. */
  plan: boolean;
  /** Says that a step is done. */
  tick: boolean;
  /** Adds evidence: a proof often comes once the work is over. */
  prove: boolean;
}

export function workRights({ state, owns, leads, helps }: Standing): WorkRights {
  const writes = owns || leads;
  return {
    invite: writes && state !== 'cancelled',
    plan: writes && isOpen(state),
    tick: (writes || helps) && isOpen(state),
    prove: (writes || helps) && state !== 'cancelled',
  };
}

/** How far the steps say that the work has come, in fives per cent; null without steps. */
export function progressOf(steps: readonly { doneOn: string | null }[]): number | null {
  if (steps.length === 0) return null;
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  // All but one of thirty is not everything yet, and one of thirty is not nothing.
  if (done === 0 || done === steps.length) return done === 0 ? 0 : 100;
  return Math.min(95, Math.max(5, Math.round((done / steps.length) * 20) * 5));
}

/** @throws Refusal `steps.changed` unless `asked` is another order of what stands. */
export function refuseOtherSteps(standing: readonly string[], asked: readonly string[]): void {
  const same = asked.length === standing.length && new Set(asked).size === asked.length;
  if (!same || !asked.every((id) => standing.includes(id))) {
    throw new Refusal('conflict', 'steps.changed', { order: standing });
  }
}

/** Whether an address may be opened from a page: encrypted, and without a password in it. */
export function isSafeLink(address: string): boolean {
  if (/\s/.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}

/** The address as it is kept. @throws Refusal `evidence.link_unsafe`. */
export function settleLink(address: string): string {
  const trimmed = address.trim();
  if (!isSafeLink(trimmed)) throw new Refusal('invalid', 'evidence.link_unsafe');
  return new URL(trimmed).href;
}
