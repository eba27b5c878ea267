import type { ActionDto } from '../../../backend/actions/actions.dto';
import { proposedBy, readSteps, templateOf, typedSteps } from './template-words';

describe('the steps of a template, as they are typed', () => {
  it.each([
    ['7 : Choisir la date', [{ title: 'Choisir la date', afterDays: 7 }]],
    ['0: Le dire', [{ title: 'Le dire', afterDays: 0 }]],
    ['Faire le point', [{ title: 'Faire le point' }]],
    ['Bilan : à l’oral', [{ title: 'Bilan : à l’oral' }]],
    ['\n  \n12 :\n', []],
  ])('%j', (typed, steps) => {
    expect(readSteps(typed)).toEqual(steps);
  });

  it('come back as they were', () => {
    const typed = '7 : Choisir la date\nFaire le point';
    expect(typedSteps(readSteps(typed))).toBe(typed);
  });
});

describe('a template', () => {
  it('keeps of an action what may serve again, and proposes it to another', () => {
    const action = {
      ...{ kind: 'preventive', title: 'Former', description: '', criterion: null },
      ...{ startOn: '2026-11-01', dueOn: '2026-12-01', check: { days: 60 } },
      work: {
        steps: [
          { title: 'Choisir', dueOn: '2026-11-08' },
          { title: 'Faire', dueOn: null },
        ],
      },
    };
    const content = templateOf(action as unknown as ActionDto, '2026-10-01');
    expect(content).toEqual({
      ...{ kind: 'preventive', title: 'Former', checkDays: 60, days: 30 },
      steps: [{ title: 'Choisir', afterDays: 7 }, { title: 'Faire' }],
    });
    expect(proposedBy({ id: 't', name: 'Formation', content }, '2027-01-01')).toEqual({
      ...{ kind: 'preventive', title: 'Former', dueOn: '2027-01-31' },
      ...{ checkMethod: 'recurrence', checkDays: 60 },
    });
  });
});
