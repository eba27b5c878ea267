import { describe, expect, it } from '@jest/globals';
import { amountOf, decimalOf, percentOf, planDay, planKind, planState } from './plan-values.js';

describe('a day of a plan', () => {
  it.each([
    ['31/03/2026', '2026-03-31', '2026-03-31'],
    ['2026-03-31', '2026-03-31', '2026-03-31'],
    ['1er mars 2026', '2026-03-01', '2026-03-01'],
    ['mars 2026', '2026-03-01', '2026-03-31'],
    ['Février 2028', '2028-02-01', '2028-02-29'],
    ['sept. 2026', '2026-09-01', '2026-09-30'],
    ['déc-26', '2026-12-01', '2026-12-31'],
    ['03/2026', '2026-03-01', '2026-03-31'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['T2 2026', '2026-04-01', '2026-06-30'],
    ['2e trimestre 2026', '2026-04-01', '2026-06-30'],
    ['1er trim. 2026', '2026-01-01', '2026-03-31'],
    ['trimestre 4 2026', '2026-10-01', '2026-12-31'],
    ['1er semestre 2026', '2026-01-01', '2026-06-30'],
    ['S2 2026', '2026-07-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('is certain in « %s »', (text, first, last) => {
    expect([planDay(text, 'first'), planDay(text, 'last')]).toEqual([first, last]);
  });

  it.each([
    ['fin mars 2026', undefined, '2026-03-31'],
    ['Fin 2026', undefined, '2026-12-31'],
    ['fin du 1er semestre 2026', undefined, '2026-06-30'],
    ['fin d’avril 2026', undefined, '2026-04-30'],
    ['début 2026', '2026-01-01', undefined],
    ['début juin 2026', '2026-06-01', undefined],
  ])('is certain of one edge in « %s »', (text, first, last) => {
    expect([planDay(text, 'first'), planDay(text, 'last')]).toEqual([first, last]);
  });

  it.each([
    ...['mi-mars 2026', 'dès que possible', 'ASAP', '31/02/2026', 'mars', '2026-2028', 'T5 2026'],
    ...['13/2026', '2e trimestre', '1999', 'en continu', '2026 ou 2027', 'fin', '00/2026'],
  ])('is not certain in « %s »', (text) => {
    expect(planDay(text, 'first')).toBeUndefined();
    expect(planDay(text, 'last')).toBeUndefined();
  });
});

it.each<[string, number | undefined]>([
  ['1 200 €', 1200],
  ['1\u202f200,50 €', 1200.5],
  ['1.200,50', 1200.5],
  ['1,200.50', 1200.5],
  ['12 k€', 12_000],
  ['1,5 K€', 1500],
  ['1200 euros TTC', 1200],
  ['0', 0],
  ['1.200', 1200],
  ['1.5', 1.5],
  ['à chiffrer', undefined],
  ['1 200 à 1 500 €', undefined],
  ['1,2,3', undefined],
  ['', undefined],
])('an amount: « %s »', (text, amount) => {
  expect(amountOf(text)).toBe(amount);
});

it.each<[string, number | undefined]>([
  ['1,5', 1.5],
  ['1.234.567', 1_234_567],
  ['12e3', undefined],
])('a number: « %s »', (text, number) => {
  expect(decimalOf(text)).toBe(number);
});

it.each<[string, boolean, number | undefined]>([
  ['60 %', false, 60],
  ['60%', false, 60],
  ['60', false, 60],
  ['0.6', true, 60],
  ['1', true, 100],
  ['1', false, 1],
  ['100', false, 100],
  ['33,3 %', false, 33],
  ['120 %', false, undefined],
  ['-5', false, undefined],
  ['bientôt', false, undefined],
])('a progress: « %s » (of one: %s)', (text, isShare, percent) => {
  expect(percentOf(text, isShare)).toBe(percent);
});

it.each([
  ['Fait', 'done'],
  ['RÉALISÉE', 'done'],
  ['Terminé.', 'done'],
  ['en cours', 'in_progress'],
  ['En  Cours', 'in_progress'],
  ['À faire', 'planned'],
  ['Abandonnée', 'cancelled'],
  ['Prévue', 'planned'],
  ['Faite, à vérifier', 'done'],
  ['Verified', 'verified'],
  ['on verra', undefined],
  ['', undefined],
])('a state: « %s »', (text, state) => {
  expect(planState(text)).toBe(state);
});

it.each([
  ['Corrective', 'corrective'],
  ['action préventive', 'preventive'],
  ['Amélioration', 'improvement'],
  ['autre', undefined],
])('a kind: « %s »', (text, kind) => {
  expect(planKind(text)).toBe(kind);
});
