import { expect, it } from '@jest/globals';
import { ratings } from './action.js';
import { priorityBands } from './priority.js';

const products = [...new Set(ratings.flatMap((one) => ratings.map((other) => one * other)))];

it.each(products)('%i has one name and one only', (priority) => {
  const bands = Object.values(priorityBands);
  expect(bands.filter(([low, high]) => low <= priority && priority <= high)).toHaveLength(1);
});
