import { orderOf, planFor, planOf, refill, typedWords } from './plan';
import type { Words } from './words';

const told: Words = {
  ...{ kind: 'preventive', title: 'Alléger', description: 'Poser un groom', unitId: 'u' },
  ...{ rationale: 'Deux chutes', startOn: '2026-12-01', feasibility: 3, impact: 4 },
  ...{ cost: 1250.5, effortDays: 2.5, skills: 'Menuiserie', stakeholders: 'Mairie' },
  ...{ levers: 'Budget', obstacles: 'Délais', participation: 'co_built', participants: 'CVS' },
  ...{ verifierId: 'karim', criterion: null, checkOn: '2027-03-12', ownerId: 'me' },
  ...{ checkMethod: 'indicator', checkIndicatorId: 'i', checkTarget: 0.29, checkDays: null },
};

test('words that stand in the form are read back as they were', () => {
  expect(typedWords(planOf(told, '2027-01-01'))).toEqual(told);
});

test('a form that opens is mine, in thirty days, and sends no more than what was said', () => {
  const plan = planFor({ unitId: 'u', title: ' Alléger ' }, 'me', '2026-11-22');
  expect(orderOf(plan, [{ kind: 'audit', reference: '3.12' }])).toEqual({
    ...{ kind: 'corrective', title: 'Alléger', unitId: 'u', ownerId: 'me', dueOn: '2026-12-22' },
    ...{ description: '', rationale: '', skills: '', stakeholders: '', levers: '' },
    ...{ obstacles: '', participants: '', origins: [{ kind: 'audit', reference: '3.12' }] },
  });
});

test('what is proposed and asked nowhere does not stand in the form', () => {
  const plan = planFor({ unitId: 'u', planId: 'p' }, 'me', '2026-11-22');
  expect(plan).not.toHaveProperty('planId');
});

test('nothing of another method is left in the check', () => {
  const plan = {
    ...planOf(told, '2027-01-01'),
    checkMethod: 'recurrence',
    checkDays: '90',
  } as const;
  expect(typedWords(plan)).toMatchObject({
    ...{ checkIndicatorId: null, checkTarget: null, checkDays: 90 },
  });
});

test('words that are proposed later leave what was typed', () => {
  const before = planFor({ unitId: 'u' }, 'me', '2026-11-22');
  const after = planFor({ unitId: 'u', title: 'Modèle', skills: 'Menuiserie' }, 'me', '2026-11-22');
  expect(refill({ ...before, title: 'Le mien' }, before, after)).toMatchObject({
    ...{ title: 'Le mien', skills: 'Menuiserie' },
  });
});
