import { actionStates, isOpen, type ActionState } from './action.js';

/** The actions in one state, as they are counted. */
export interface StateTally {
  state: ActionState;
  count: number;
  late: number;
  /** Days from the creation to the end of each that is done. */
  delays: readonly number[];
}

/** How many actions there are, how many are done, and how long those took. */
export interface ActionFigures {
  total: number;
  byState: Record<ActionState, number>;
  late: number;
  /** Done, verified or not; a cancelled action is not a done one, and stays in the total. */
  finished: number;
  /** Half of those that are counted took no longer, in days; null where none is. */
  medianDays: number | null;
  /** Over how many the median is counted. */
  measured: number;
}

/**
 * The figures of a set of actions. What was done before it was recorded here says nothing of how
 * long it took, so it is left out of the median rather than counted as nothing, or less.
 */
export function figuresOf(tallies: readonly StateTally[]): ActionFigures {
  const byState = Object.fromEntries(
    actionStates.map((state) => [
      state,
      sum(
        tallies.filter((one) => one.state === state),
        'count',
      ),
    ]),
  ) as Record<ActionState, number>;
  const finished = byState.done + byState.verified;
  const delays = tallies.flatMap((one) => one.delays).filter((days) => days >= 0);
  return {
    total: sum(tallies, 'count'),
    byState,
    late: sum(
      tallies.filter(({ state }) => isOpen(state)),
      'late',
    ),
    finished,
    medianDays: median(delays),
    measured: delays.length,
  };
}

function sum(tallies: readonly StateTally[], what: 'count' | 'late'): number {
  return tallies.reduce((total, tally) => total + tally[what], 0);
}

/** Of two in the middle, their mean, rounded to a day. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [below = 0, above = below] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return Math.round((below + above) / 2);
}
