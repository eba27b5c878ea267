import type { FeedbackKind } from './feedback.js';
import type { Satisfaction } from './satisfaction.js';
import type { ThreadPoint } from './thread.js';

/** What a scorecard shows of a period; aggregates only, never a name. */
export interface ScorecardFigures {
  /** How many feedback of each kind, in each unit that has any. */
  feedback: { unit: string; counts: Record<FeedbackKind, number>; total: number }[];
  /** How many feedback stand at each point of the loop. */
  loop: Record<ThreadPoint, number>;
  actions: ActionFigures;
  satisfaction: { unit: string | null; satisfaction: Satisfaction }[];
}

/**
 * What became of the actions due in the period. `due` leaves out those that were cancelled: shares
 * are over both, as a cancelled action is not a done one.
 */
export interface ActionFigures {
  due: number;
  doneOnTime: number;
  doneLate: number;
  late: number;
  notYetDue: number;
  cancelled: number;
}
