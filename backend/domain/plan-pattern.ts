import type { ActionKind } from './action.js';
import { addDays, daysBetween, type Day } from './days.js';

/** An action as a template of plans keeps it: its days are counted from the plan's first one. */
export interface PatternAction {
  /** The place of its objective in the list; null for the plan as a whole. */
  objective: number | null;
  kind: ActionKind;
  title: string;
  description: string;
  rationale: string;
  criterion: string | null;
  startAfter: number | null;
  dueAfter: number;
  weight: number;
}

/** What a plan leaves to those that start from it. */
export interface PlanPattern {
  description: string;
  governance: string;
  /** From its first day to its last. */
  days: number;
  objectives: string[];
  actions: PatternAction[];
}

/** What a pattern is drawn from. */
export interface PatternSource {
  plan: { description: string; governance: string; fromDay: Day; toDay: Day };
  objectives: { id: string; wording: string }[];
  actions: (Omit<PatternAction, 'objective' | 'startAfter' | 'dueAfter'> & {
    objectiveId: string | null;
    startOn: Day | null;
    dueOn: Day;
  })[];
}

/** Draws the pattern of a plan. What began or was due before its first day begins with it. */
export function patternOf({ plan, objectives, actions }: PatternSource): PlanPattern {
  const { description, governance, fromDay, toDay } = plan;
  const after = (day: Day): number => Math.max(0, daysBetween(fromDay, day));
  return {
    ...{ description, governance, days: daysBetween(fromDay, toDay) },
    objectives: objectives.map(({ wording }) => wording),
    actions: actions.map(({ objectiveId, startOn, dueOn, ...words }) => {
      const place = objectives.findIndex(({ id }) => id === objectiveId);
      return {
        ...words,
        objective: place < 0 ? null : place,
        startAfter: startOn === null ? null : after(startOn),
        dueAfter: after(dueOn),
      };
    }),
  };
}

/** The days of a pattern's action in a plan that starts on `fromDay`. */
export function daysOf(
  { startAfter, dueAfter }: Pick<PatternAction, 'startAfter' | 'dueAfter'>,
  fromDay: Day,
): { startOn: Day | null; dueOn: Day } {
  const startOn = startAfter === null ? null : addDays(fromDay, startAfter);
  return { startOn, dueOn: addDays(fromDay, dueAfter) };
}
