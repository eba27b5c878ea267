import type { ActionDto } from '../../../backend/actions/actions.dto';

/** One move of a due date, or one that was refused. */
export interface DueStep {
  id: string;
  state: 'granted' | 'refused';
  from: string;
  to: string;
  reason: string;
  /** Moved by whoever may, who asked nobody. */
  atOnce: boolean;
  asker: string;
  who: string;
  /** When it was decided: an instant. */
  day: string;
  note: string | null;
}

/** The first day it was due, how many times that moved, and what was decided, oldest first. */
export function dueHistory({ dueOn, deferrals }: Pick<ActionDto, 'dueOn' | 'deferrals'>): {
  first: string;
  count: number;
  onlyLater: boolean;
  steps: DueStep[];
} {
  const steps = deferrals
    .flatMap(({ id, state, from, to, reason, askedBy, askedAt, decidedBy, decidedAt, note }) => {
      if ((state !== 'granted' && state !== 'refused') || !decidedBy || !decidedAt) return [];
      const [asked, day] = [String(askedAt), String(decidedAt)];
      const people = { asker: askedBy.name, who: decidedBy.name };
      return { id, state, from, to, reason, ...people, note, day, atOnce: asked === day };
    })
    .sort((a, b) => a.day.localeCompare(b.day));
  const moves = steps.filter(({ state }) => state === 'granted');
  return {
    first: moves[0]?.from ?? dueOn,
    count: moves.length,
    onlyLater: moves.every(({ from, to }) => to > from),
    steps,
  };
}
