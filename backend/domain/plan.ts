import { isOpen, type ActionState } from './action.js';
import { daysBetween, type Day } from './days.js';

/** What a plan's figures know of one of its actions. */
export interface PlannedAction {
  state: ActionState;
  /** Per cent. */
  progress: number;
  weight: number;
  dueOn: Day;
  /** In euros. */
  cost: number | null;
}

/** How far a plan or an objective has come, and over what that is counted. */
export interface PlanProgress {
  /** Whole per cent, never rounded up; null where there is no action. */
  percent: number | null;
  actions: number;
  /** Done, whether their effect is verified yet or not. */
  done: number;
  /** Counted as not done. */
  cancelled: number;
  late: number;
}

/** What the actions of a plan cost, of those that say it; what is cancelled costs nothing more. */
export interface PlanSpending {
  /** In euros. */
  engaged: number;
  withCost: number;
  actions: number;
}

/** A plan's share of the way: a cancelled action is one that was not done. */
function shareOf({ state, progress }: PlannedAction): number {
  if (state === 'cancelled') return 0;
  return isOpen(state) ? progress : 100;
}

/** Weighted by what each action counts for; what was given up stays in what it is counted over. */
export function planProgress(actions: PlannedAction[], today: Day): PlanProgress {
  // In hundredths, as weights are stored, so that no fraction is lost on the way.
  const hundredths = ({ weight }: PlannedAction) => Math.round(weight * 100);
  const total = actions.reduce((sum, one) => sum + hundredths(one), 0);
  const come = actions.reduce((sum, one) => sum + hundredths(one) * shareOf(one), 0);
  const count = (holds: (one: PlannedAction) => boolean) => actions.filter(holds).length;
  return {
    percent: total === 0 ? null : Math.floor(come / total),
    actions: actions.length,
    done: count(({ state }) => !isOpen(state) && state !== 'cancelled'),
    cancelled: count(({ state }) => state === 'cancelled'),
    late: count((one) => isLate(one, today)),
  };
}

export function planSpending(actions: PlannedAction[]): PlanSpending {
  const counted = actions.filter(({ state }) => state !== 'cancelled');
  const costs = counted.flatMap(({ cost }) => cost ?? []);
  const cents = costs.reduce((sum, cost) => sum + Math.round(cost * 100), 0);
  return { engaged: cents / 100, withCost: costs.length, actions: counted.length };
}

/** How much of the time is over, in whole per cent: 0 on the first day, 100 after the last. */
export function timeElapsed(fromDay: Day, toDay: Day, today: Day): number {
  const gone = daysBetween(fromDay, today) / (daysBetween(fromDay, toDay) + 1);
  return Math.floor(Math.min(1, Math.max(0, gone)) * 100);
}

/** What is late first, then what is open by its day, then what is done, and what was given up. */
export function byUrgency(
  one: Pick<PlannedAction, 'state' | 'dueOn'>,
  other: Pick<PlannedAction, 'state' | 'dueOn'>,
): number {
  const turn = ({ state }: Pick<PlannedAction, 'state'>) =>
    isOpen(state) ? 0 : state === 'cancelled' ? 2 : 1;
  return turn(one) - turn(other) || one.dueOn.localeCompare(other.dueOn);
}

function isLate({ state, dueOn }: PlannedAction, today: Day): boolean {
  return isOpen(state) && dueOn < today;
}
