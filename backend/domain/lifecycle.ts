import type { Permission } from './permissions.js';
import { Refusal } from './refusal.js';

/** One move of a lifecycle: the states it may leave, the one it reaches, the permission it needs. */
export interface Move<State extends string, Needs extends string = Permission> {
  from: readonly State[];
  /** `back` returns to the state that was left for the present one. */
  to: State | 'back';
  needs: Needs;
}

/** A lifecycle as data: read by the server's check, by the buttons of the page and by the tests. */
export interface Lifecycle<
  State extends string,
  Name extends string,
  Needs extends string = Permission,
> {
  initial: State;
  moves: Readonly<Record<Name, Move<State, Needs>>>;
}

/** The moves that `state` allows, whoever asks. */
export function movesFrom<State extends string, Name extends string>(
  lifecycle: Lifecycle<State, Name, string>,
  state: State,
): Name[] {
  return (Object.keys(lifecycle.moves) as Name[]).filter((name) =>
    lifecycle.moves[name].from.includes(state),
  );
}

/**
 * The state that `move` leads to; `before` is the one that was left for the present one.
 * @throws Refusal `move.forbidden` where the present state does not allow it.
 */
export function stateAfter<State extends string, Name extends string>(
  lifecycle: Lifecycle<State, Name, string>,
  state: State,
  move: Name,
  before: State | null = null,
): State {
  if (!lifecycle.moves[move].from.includes(state)) {
    throw new Refusal('conflict', 'move.forbidden', {
      move,
      state,
      allowed: movesFrom(lifecycle, state),
    });
  }
  const { to } = lifecycle.moves[move];
  return to === 'back' ? (before ?? lifecycle.initial) : to;
}
