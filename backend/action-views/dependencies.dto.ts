import type { ActionState } from '../domain/action.js';

/** An action that comes before or after another. */
export interface NeighbourDto {
  id: string;
  reference: string;
  title: string;
  state: ActionState;
  startOn: string | null;
  dueOn: string;
  doneOn: string | null;
  /** Whether the second starts before the first has ended. */
  clash: boolean;
}

/** What comes before an action and what after it, of what I may see. */
export interface NeighboursDto {
  before: NeighbourDto[];
  after: NeighbourDto[];
  /** Whether I may say what it comes after. */
  mayChange: boolean;
}

/** That an action comes after another. */
export interface DependencyDto {
  actionId: string;
  /** The one that has to end first. */
  afterId: string;
}
