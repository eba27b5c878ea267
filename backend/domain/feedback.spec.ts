import { describe, expect, it } from '@jest/globals';
import {
  closingObstacles,
  criticalityOf,
  feedbackLifecycle,
  feedbackStates,
  firstGrid,
  refuseObstacles,
  resolutionObstacles,
  type FeedbackMove,
  type FeedbackState,
  type Outcome,
} from './feedback.js';
import { movesFrom, stateAfter } from './lifecycle.js';

/** From each state, left for it from `qualified`, where each move leads; any other is refused. */
const law: Record<FeedbackState, Partial<Record<FeedbackMove, FeedbackState>>> = {
  received: {
    qualify: 'qualified',
    act: 'in_progress',
    dismiss: 'dismissed',
    merge: 'duplicate',
    transfer: 'transferred',
  },
  qualified: {
    qualify: 'qualified',
    act: 'in_progress',
    resolve: 'resolved',
    dismiss: 'dismissed',
    merge: 'duplicate',
    transfer: 'transferred',
  },
  in_progress: {
    requalify: 'in_progress',
    act: 'in_progress',
    resolve: 'resolved',
    merge: 'duplicate',
  },
  resolved: { act: 'in_progress', close: 'closed', reopen: 'in_progress' },
  closed: { reopen: 'in_progress' },
  dismissed: { restore: 'qualified' },
  duplicate: { split: 'qualified' },
  transferred: { receive: 'qualified', resolve: 'resolved' },
};
const moves = Object.keys(feedbackLifecycle.moves) as FeedbackMove[];
const tries = feedbackStates.flatMap((state) => moves.map((move) => ({ state, move })));

describe('a feedback', () => {
  it('starts as received', () => expect(feedbackLifecycle.initial).toBe('received'));

  it.each(tries)('$state, $move', ({ state, move }) => {
    const to = law[state][move];
    if (to) expect(stateAfter(feedbackLifecycle, state, move, 'qualified')).toBe(to);
    else expect(() => stateAfter(feedbackLifecycle, state, move)).toThrow('move.forbidden');
  });

  it.each(feedbackStates)('%s offers what it allows', (state) => {
    expect(movesFrom(feedbackLifecycle, state).sort()).toEqual(Object.keys(law[state]).sort());
  });
});

describe('the grid', () => {
  it.each([
    [1, 1, 1],
    [1, 4, 2],
    [2, 3, 2],
    [4, 1, 3],
    [4, 4, 4],
  ] as const)('severity %i, frequency %i: %i', (severity, frequency, criticality) => {
    expect(criticalityOf(firstGrid, severity, frequency)).toBe(criticality);
  });

  it('says so when a cell is missing', () => {
    expect(() => criticalityOf([[1]], 2, 1)).toThrow('no cell 2, 1');
  });
});

const nothing: Outcome = { actions: [], decision: null, reachable: false, answered: false };

describe('the gates of a feedback', () => {
  it.each<[string, Partial<Outcome>, string[]]>([
    ['nothing was done', {}, ['feedback.nothing_done']],
    ['an empty decision is none', { decision: '' }, ['feedback.nothing_done']],
    ['a written decision', { decision: 'Rien à changer' }, []],
    ['an action is planned', { actions: ['planned'] }, ['feedback.action_open']],
    ['an action is in progress', { actions: ['done', 'in_progress'] }, ['feedback.action_open']],
    [
      'a decision does not finish an open action',
      { actions: ['planned'], decision: 'Non' },
      ['feedback.action_open'],
    ],
    ['an action is done', { actions: ['done'] }, []],
    ['an action is verified', { actions: ['verified', 'cancelled'] }, []],
    ['a cancelled action is not a done one', { actions: ['cancelled'] }, ['feedback.nothing_done']],
    ['a cancelled action and a decision', { actions: ['cancelled'], decision: 'Doublon' }, []],
  ])('resolution: %s', (_, outcome, obstacles) => {
    expect(resolutionObstacles({ ...nothing, ...outcome })).toEqual(obstacles);
  });

  it.each<[string, Partial<Outcome>, string[]]>([
    ['nobody can be reached', { actions: ['done'] }, []],
    ['an answer is owed', { actions: ['done'], reachable: true }, ['feedback.answer_missing']],
    ['the answer was given', { actions: ['done'], reachable: true, answered: true }, []],
    [
      'everything is missing',
      { reachable: true },
      ['feedback.nothing_done', 'feedback.answer_missing'],
    ],
  ])('closing: %s', (_, outcome, obstacles) => {
    expect(closingObstacles({ ...nothing, ...outcome })).toEqual(obstacles);
  });

  it('refuse with the first obstacle and tell them all', () => {
    expect(() => refuseObstacles([])).not.toThrow();
    const obstacles = ['feedback.nothing_done', 'feedback.answer_missing'];
    expect(() => refuseObstacles(obstacles)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: obstacles[0], details: { obstacles } }),
    );
  });
});
