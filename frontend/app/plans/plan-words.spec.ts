import { newPlan, orderOf, readBudget, wordsStanding } from './plan-words';

describe('the words of a plan', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['120000', 120_000],
    ['120 000,50 €', 120_000.5],
    ['120 000.5', 120_000.5],
    ['1 000', 1000],
    ['0', 0],
    ['-5', NaN],
    ['douze', NaN],
    ['1,234', NaN],
  ])('read an amount as it is typed: « %s »', (typed, amount) => {
    expect(readBudget(typed)).toBe(amount);
  });

  it('start with three years, led by whoever writes', () => {
    expect(newPlan('me', '2026-01-01')).toMatchObject({
      ...{ pilotId: 'me', fromDay: '2026-01-01', toDay: '2028-12-31' },
    });
  });

  it('are sent trimmed, without objectives that say nothing', () => {
    const objectives = [
      { id: 'a', wording: ' Mieux accueillir ' },
      { id: 'b', wording: '  ' },
    ];
    const words = { ...newPlan('me', '2026-01-01'), title: ' Projet ', budget: '5', objectives };
    expect(orderOf(words)).toMatchObject({
      ...{ title: 'Projet', budget: 5, objectives: [{ id: 'a', wording: 'Mieux accueillir' }] },
    });
    expect(orderOf({ ...words, budget: '' })).not.toHaveProperty('budget');
  });

  it('are those that stand, once a change was refused', () => {
    const blank = newPlan('me', '2026-01-01');
    expect(wordsStanding({ ...blank, budget: 12.5, version: 3 })).toEqual({
      ...blank,
      budget: '12,5',
    });
  });
});
