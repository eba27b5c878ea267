import { describe, expect, it } from '@jest/globals';
import {
  deferralLifecycle,
  deferralStates,
  refuseOwnDecision,
  refuseUselessDay,
  startBefore,
  type DeferralMove,
  type DeferralState,
} from './deferral.js';
import { movesFrom, stateAfter } from './lifecycle.js';

/** From each state, where each move leads; any other is refused. */
const law: Record<DeferralState, Partial<Record<DeferralMove, DeferralState>>> = {
  asked: { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' },
  granted: {},
  refused: {},
  withdrawn: {},
};
const moves = Object.keys(deferralLifecycle.moves) as DeferralMove[];
const tries = deferralStates.flatMap((state) => moves.map((move) => ({ state, move })));

describe('a deferral', () => {
  it('starts as asked', () => expect(deferralLifecycle.initial).toBe('asked'));

  it.each(tries)('$state, $move', ({ state, move }) => {
    const to = law[state][move];
    if (to) expect(stateAfter(deferralLifecycle, state, move)).toBe(to);
    else expect(() => stateAfter(deferralLifecycle, state, move)).toThrow('move.forbidden');
  });

  it.each(deferralStates)('%s offers what it allows', (state) => {
    expect(movesFrom(deferralLifecycle, state).sort()).toEqual(Object.keys(law[state]).sort());
  });

  it('is decided by those who may move the date, and taken back by whoever asked', () => {
    const { grant, refuse, withdraw } = deferralLifecycle.moves;
    expect([grant.needs, refuse.needs, withdraw.needs]).toEqual([
      ...['action.reschedule', 'action.reschedule', 'asker'],
    ]);
  });

  it('is never decided by whoever asked', () => {
    expect(() => refuseOwnDecision('a', 'b')).not.toThrow();
    expect(() => refuseOwnDecision('a', 'a')).toThrow(
      expect.objectContaining({ kind: 'forbidden', code: 'deferral.own' }),
    );
  });
});

describe('the day that is asked for', () => {
  it.each([
    ['later, and to come', '2030-03-12', '2030-04-01', '2030-03-01', null],
    ['today, of an action that is late', '2030-03-12', '2030-03-20', '2030-03-20', null],
    ['the same', '2030-03-12', '2030-03-12', '2030-03-01', 'deferral.not_later'],
    ['earlier', '2030-03-12', '2030-03-11', '2030-03-01', 'deferral.not_later'],
    ['later, and past already', '2030-03-12', '2030-03-19', '2030-03-20', 'deferral.day_past'],
  ])('%s', (_, from, to, today, code) => {
    const tried = () => refuseUselessDay(from, to, today);
    if (code) expect(tried).toThrow(expect.objectContaining({ kind: 'invalid', code }));
    else expect(tried).not.toThrow();
  });
});

describe('the start of an action whose due date moves', () => {
  it.each([
    [null, '2030-03-12', null],
    ['2030-03-01', '2030-03-12', '2030-03-01'],
    ['2030-03-12', '2030-03-12', '2030-03-12'],
    ['2030-03-20', '2030-03-12', '2030-03-12'],
  ])('from %s, due on %s: %s', (startOn, dueOn, start) => {
    expect(startBefore(startOn, dueOn)).toBe(start);
  });
});
