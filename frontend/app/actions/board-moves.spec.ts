import { describe, expect, it } from '@jest/globals';
import { actionStates, type ActionMove, type ActionState } from '../../../backend/domain/action';
import { columnsFor, moveInto, obstacle } from './board-moves';

const card = (state: ActionState, moves: ActionMove[]) => ({
  ...{ state, moves, owner: { id: 'ana', name: 'Ana' } },
});

describe('a card of the board', () => {
  it.each([
    ['planned', ['start', 'finish', 'cancel'], ['in_progress', 'done', 'cancelled']],
    ['planned', ['start', 'finish'], ['in_progress', 'done']],
    ['in_progress', ['finish', 'cancel'], ['done', 'cancelled']],
    ['done', ['verify', 'resume'], ['in_progress', 'verified']],
    ['done', [], []],
    ['verified', [], []],
  ] as const)('%s, allowed %j, goes to %j', (state, moves, columns) => {
    expect(columnsFor(card(state, [...moves]), actionStates)).toEqual(columns);
  });

  it('goes by the verb of the lifecycle', () => {
    expect(moveInto(card('done', ['verify', 'resume']), 'in_progress')).toBe('resume');
    expect(moveInto(card('planned', ['start']), 'verified')).toBeNull();
  });

  it.each([
    ['planned', 'verified', 'ana', 'noWay'],
    ['cancelled', 'planned', 'ana', 'noWay'],
    ['done', 'verified', 'ana', 'ownVerdict'],
    ['done', 'verified', 'bob', 'notYours'],
    ['planned', 'cancelled', 'ana', 'notYours'],
  ] as const)('%s does not go to %s for %s: %s', (state, column, me, why) => {
    expect(obstacle(card(state, []), column, me)).toBe(why);
  });
});
