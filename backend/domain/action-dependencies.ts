import type { ActionState } from './action.js';
import type { Day } from './days.js';

/** What an action's place in time is told by. */
export interface Placed {
  state: ActionState;
  startOn: Day | null;
  dueOn: Day;
  doneOn: Day | null;
}

/** The day on which it ended, or is to end. */
export function endOf({ dueOn, doneOn }: Pick<Placed, 'dueOn' | 'doneOn'>): Day {
  return doneOn ?? dueOn;
}

/**
 * Whether an action starts before the one that it comes after has ended. One whose start nobody
 * said may wait until its own due date; one that was given up holds nobody.
 */
export function clashes(before: Placed, after: Placed): boolean {
  if (before.state === 'cancelled' || after.state === 'cancelled') return false;
  return endOf(before) > (after.startOn ?? endOf(after));
}
