import { describe, expect, it } from '@jest/globals';
import {
  actionLifecycle,
  actionStates,
  isOpen,
  moveOfVerdict,
  refuseOwnVerdict,
  settleCheck,
  verdicts,
  type ActionMove,
  type ActionState,
} from './action.js';
import { movesFrom, stateAfter } from './lifecycle.js';

/** From each state, where each move leads; any other is refused. */
const law: Record<ActionState, Partial<Record<ActionMove, ActionState>>> = {
  planned: { start: 'in_progress', finish: 'done', cancel: 'cancelled' },
  in_progress: { finish: 'done', cancel: 'cancelled' },
  done: { verify: 'verified', resume: 'in_progress', succeed: 'verified' },
  verified: {},
  cancelled: {},
};
const moves = Object.keys(actionLifecycle.moves) as ActionMove[];
const tries = actionStates.flatMap((state) => moves.map((move) => ({ state, move })));

describe('an action', () => {
  it('starts as planned', () => expect(actionLifecycle.initial).toBe('planned'));

  it.each(tries)('$state, $move', ({ state, move }) => {
    const to = law[state][move];
    if (to) expect(stateAfter(actionLifecycle, state, move)).toBe(to);
    else expect(() => stateAfter(actionLifecycle, state, move)).toThrow('move.forbidden');
  });

  it.each(actionStates)('%s offers what it allows', (state) => {
    expect(movesFrom(actionLifecycle, state).sort()).toEqual(Object.keys(law[state]).sort());
  });

  it('owes its work until it is done or cancelled', () => {
    expect(actionStates.filter(isOpen)).toEqual(['planned', 'in_progress']);
  });
});

describe('a verdict', () => {
  it('sends what did not work back to work', () => {
    expect(verdicts.map((verdict) => [verdict, moveOfVerdict(verdict)])).toEqual([
      ['effective', 'verify'],
      ['ineffective', 'resume'],
      ['inconclusive', 'verify'],
    ]);
  });

  it('is never given by the owner', () => {
    expect(() => refuseOwnVerdict('a', 'b')).not.toThrow();
    expect(() => refuseOwnVerdict('a', 'a')).toThrow(
      expect.objectContaining({ kind: 'forbidden', code: 'action.verdict_by_owner' }),
    );
  });
});

describe('a check', () => {
  const none = { checkMethod: null, checkIndicatorId: null, checkTarget: null, checkDays: null };
  const said = { checkIndicatorId: 'i', checkTarget: 0.8, checkDays: 90, criterion: 'Plus rien' };

  it.each([
    [null, none],
    ['indicator', { ...none, checkMethod: 'indicator', checkIndicatorId: 'i', checkTarget: 0.8 }],
    ['recurrence', { ...none, checkMethod: 'recurrence', checkDays: 90 }],
    ['observation', { ...none, checkMethod: 'observation' }],
  ] as const)('by %s keeps what it needs and nothing else', (checkMethod, kept) => {
    expect(settleCheck({ ...said, checkMethod })).toEqual(kept);
  });

  it('may expect an indicator to fall to nothing', () => {
    const asked = { ...said, checkMethod: 'indicator', checkTarget: 0 } as const;
    expect(settleCheck(asked).checkTarget).toBe(0);
  });

  it.each([
    ['indicator', { checkTarget: null }],
    ['indicator', { checkIndicatorId: null }],
    ['recurrence', { checkDays: null }],
    ['observation', { criterion: '  ' }],
    ['observation', { criterion: null }],
  ] as const)('by %s is refused with %o', (checkMethod, missing) => {
    expect(() => settleCheck({ ...said, ...missing, checkMethod })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'action.check_incomplete' }),
    );
  });
});
