import { describe, expect, it } from '@jest/globals';
import { contrast, inkOn, readable } from './colour.js';

describe('the ink on an organisation’s colour', () => {
  it('can be read whatever the colour, so that none has to be refused', () => {
    const steps = Array.from({ length: 18 }, (_, step) =>
      (step * 15).toString(16).padStart(2, '0'),
    );
    const colours = steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
    );
    const poor = colours.filter((colour) => contrast(colour, inkOn(colour)) < readable);
    expect(poor).toEqual([]);
  });

  it.each([
    ['#0f5c63', '#ffffff'],
    ['#f4d35e', '#000000'],
  ])('on %s is %s', (colour, ink) => {
    expect(inkOn(colour)).toBe(ink);
  });

  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  });
});
