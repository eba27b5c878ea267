import { expect, it } from '@jest/globals';
import { ratings } from './action.js';
import { priorityBand, priorityBands } from './priority.js';

const products = [...new Set(ratings.flatMap((one) => ratings.map((other) => one * other)))];

it.each(products)('%i has one name and one only', (priority) => {
  const bands = Object.values(priorityBands);
  const holds = ([low, high]: readonly [number, number]) => low <= priority && priority <= high;
  expect(bands.filter(holds)).toEqual([priorityBands[priorityBand(priority)]]);
});
