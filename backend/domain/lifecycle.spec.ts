import { describe, expect, it } from '@jest/globals';
import { actionLifecycle, actionStates } from './action.js';
import { analysisLifecycle, analysisStates } from './analysis.js';
import { deferralLifecycle, deferralStates } from './deferral.js';
import { feedbackLifecycle, feedbackStates } from './feedback.js';
import { movesFrom, stateAfter, type Lifecycle } from './lifecycle.js';
import { permissions } from './permissions.js';
import { Refusal } from './refusal.js';

const door: Lifecycle<'shut' | 'open', 'push' | 'pull'> = {
  initial: 'shut',
  moves: {
    push: { from: ['shut'], to: 'open', needs: 'unit.read' },
    pull: { from: ['open'], to: 'shut', needs: 'unit.read' },
  },
};

describe('a lifecycle', () => {
  it('makes a move that the present state allows', () => {
    expect(stateAfter(door, 'shut', 'push')).toBe('open');
    expect(movesFrom(door, 'open')).toEqual(['pull']);
  });

  it('refuses any other, and says what is allowed', () => {
    const tried = () => stateAfter(door, 'open', 'push');
    expect(tried).toThrow(Refusal);
    expect(tried).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'move.forbidden',
        details: { move: 'push', state: 'open', allowed: ['pull'] },
      }),
    );
  });
});

describe.each<[string, Lifecycle<string, string, string>, readonly string[]]>([
  ['feedback', feedbackLifecycle, feedbackStates],
  ['action', actionLifecycle, actionStates],
  ['deferral', deferralLifecycle, deferralStates],
  ['analysis', analysisLifecycle, analysisStates],
])('the lifecycle of a %s', (_, lifecycle, states) => {
  it('reaches every state from the first', () => {
    const reached = new Set([lifecycle.initial]);
    for (const state of reached) {
      for (const move of movesFrom(lifecycle, state))
        reached.add(stateAfter(lifecycle, state, move));
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it('names only permissions that exist', () => {
    const needed = Object.values(lifecycle.moves).map(({ needs }) => needs);
    const known = [...Object.keys(permissions), 'asker'];
    expect(known).toEqual(expect.arrayContaining(needed));
  });
});
