import type { DrawnActionDto } from '../../../backend/action-views/action-views.dto';
import { actionLifecycle, type ActionMove, type ActionState } from '../../../backend/domain/action';
import { movesFrom } from '../../../backend/domain/lifecycle';

type Card = Pick<DrawnActionDto, 'state' | 'moves' | 'owner'>;

/** The move that leads a card into a column, where its reader may make it. */
export function moveInto(card: Card, column: ActionState): ActionMove | null {
  return card.moves.find((move) => actionLifecycle.moves[move].to === column) ?? null;
}

/** The columns that a card may go to, in the order of the board. */
export function columnsFor(card: Card, columns: readonly ActionState[]): ActionState[] {
  return columns.filter((column) => moveInto(card, column) !== null);
}

/** Why a card does not go into a column, as a key of the board's sentences. */
export function obstacle(
  card: Card,
  column: ActionState,
  me: string | undefined,
): 'noWay' | 'ownVerdict' | 'notYours' {
  const ways = movesFrom(actionLifecycle, card.state);
  if (!ways.some((move) => actionLifecycle.moves[move].to === column)) return 'noWay';
  return card.state === 'done' && card.owner.id === me ? 'ownVerdict' : 'notYours';
}
