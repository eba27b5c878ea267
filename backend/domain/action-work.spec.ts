import { describe, expect, it } from '@jest/globals';
import { actionStates, type ActionState } from './action.js';
import {
  isSafeLink,
  progressOf,
  refuseOtherSteps,
  settleLink,
  workRights,
  type WorkRights,
} from './action-work.js';

const nothing: WorkRights = { invite: false, plan: false, tick: false, prove: false };
const all: WorkRights = { invite: true, plan: true, tick: true, prove: true };
/** What each may, in each state. */
const table: Record<ActionState, { writer: WorkRights; helper: WorkRights }> = {
  planned: { writer: all, helper: { ...nothing, tick: true, prove: true } },
  in_progress: { writer: all, helper: { ...nothing, tick: true, prove: true } },
  done: {
    writer: { ...nothing, invite: true, prove: true },
    helper: { ...nothing, prove: true },
  },
  verified: {
    writer: { ...nothing, invite: true, prove: true },
    helper: { ...nothing, prove: true },
  },
  cancelled: { writer: nothing, helper: nothing },
};

describe.each(actionStates)('an action that is %s', (state) => {
  const stranger = { state, owns: false, leads: false, helps: false };
  const { writer, helper } = table[state];

  it('is worked on by its owner, by whoever leads there, and by those who help', () => {
    expect(workRights({ ...stranger, owns: true })).toEqual(writer);
    expect(workRights({ ...stranger, leads: true })).toEqual(writer);
    expect(workRights({ ...stranger, helps: true })).toEqual(helper);
    expect(workRights(stranger)).toEqual(nothing);
  });
});

it.each([
  [0, 0, null],
  [0, 5, 0],
  [3, 5, 60],
  [1, 3, 35],
  [1, 50, 5],
  [49, 50, 95],
  [5, 5, 100],
])('%i steps done of %i say %s per cent', (done, count, share) => {
  const steps = Array.from({ length: count }, (_, rank) => ({
    doneOn: rank < done ? '2026-11-01' : null,
  }));
  expect(progressOf(steps)).toBe(share);
});

it.each([
  [['a', 'b'], ['b', 'a'], true],
  [['a', 'b'], ['a', 'b'], true],
  [[], [], true],
  [['a', 'b'], ['a'], false],
  [['a', 'b'], ['a', 'a'], false],
  [['a', 'b'], ['a', 'c'], false],
  [['a'], ['a', 'b'], false],
])('%j may be ordered as %j: %s', (standing, asked, may) => {
  const order = () => refuseOtherSteps(standing, asked);
  if (may) expect(order).not.toThrow();
  else expect(order).toThrow('steps.changed');
});

it.each([
  ['https://www.valmont.example/plan.pdf', true],
  ['https://intranet/plan', true],
  ['HTTPS://valmont.example', true],
  ['http://valmont.example', false],
  ['javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,x', false],
  ['https://moi:secret@valmont.example', false],
  ['https://valmont.example/un deux', false],
  ['//valmont.example', false],
  ['https://', false],
  ['', false],
])('%j may be opened from a page: %s', (address, may) => {
  expect(isSafeLink(address)).toBe(may);
  if (may) expect(settleLink(` ${address} `)).toMatch(/^https:\/\/\S+$/);
  else expect(() => settleLink(address)).toThrow('evidence.link_unsafe');
});
