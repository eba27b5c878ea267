import { describe, expect, it } from '@jest/globals';
import { actionStates } from './action.js';
import { addDays } from './days.js';
import { answerStepDue, stepDue } from './reminders.js';

const dueOn = '2026-11-24';
const on = (distance: number) => stepDue(dueOn, 'planned', addDays(dueOn, distance));

describe('the step of a reminder that has come due', () => {
  it.each<[number, number | null]>([
    [-30, null],
    [-8, null],
    [-7, -7],
    // A run that was missed is caught up by the step that it missed, until the next one.
    [-6, -7],
    [-2, -7],
    [-1, -1],
    [0, 0],
    [1, 0],
    [6, 0],
    [7, 7],
    [13, 7],
    [14, 14],
    [365, 364],
  ])('%i days from the due date: %p', (distance, offset) => {
    const expected = offset === null ? null : { offset, day: addDays(dueOn, offset) };
    expect(on(distance)).toEqual(expected);
  });

  it('never comes for what is done, verified or cancelled', () => {
    const reminded = actionStates.filter((state) => stepDue(dueOn, state, '2026-12-31'));
    expect(reminded).toEqual(['planned', 'in_progress']);
  });

  it('comes once each, however often the sweep runs', () => {
    const steps = Array.from({ length: 60 }, (_, index) => on(index - 10)?.offset);
    const each = [...new Set(steps)];
    expect(each).toEqual([undefined, -7, -1, 0, 7, 14, 21, 28, 35, 42, 49]);
    expect(steps.filter((step, index) => step !== steps[index - 1]).length).toBe(each.length - 1);
  });
});

describe('the step of an answer that is owed', () => {
  it.each<[number, number | null]>([
    [-8, null],
    [-7, -7],
    [-1, -7],
    [0, 0],
    [6, 0],
    [7, 7],
    [20, 14],
  ])('%i days from its day: %p', (distance, offset) => {
    const step = answerStepDue(dueOn, addDays(dueOn, distance));
    expect(step?.offset ?? null).toBe(offset);
  });

  it('is told at most once a week, and on its day', () => {
    const told = Array.from({ length: 60 }, (_, index) => index - 10).filter(
      (distance) => answerStepDue(dueOn, addDays(dueOn, distance))?.offset === distance,
    );
    expect(told).toEqual([-7, 0, 7, 14, 21, 28, 35, 42, 49]);
  });
});
