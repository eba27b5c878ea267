import { amountOf, typedAmount } from './amount';

test.each([
  ['', null],
  ['   ', null],
  ['0', 0],
  ['1250', 1250],
  ['1 250,50', 1250.5],
  ['1\u202f250.5 €', 1250.5],
  ['80 %', 80],
  ['12,', 12],
  ['douze', NaN],
  ['1,250.50', NaN],
  ['-3', NaN],
  ['1e9', NaN],
])('%p is %p', (typed, amount) => {
  expect(amountOf(typed)).toBe(amount);
});

test('a number is typed with a comma, and read back as it was', () => {
  expect(typedAmount(null)).toBe('');
  expect(typedAmount(1250.5)).toBe('1250,5');
  expect(amountOf(typedAmount(0.07))).toBe(0.07);
});
