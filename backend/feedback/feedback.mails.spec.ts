import { expect, it } from '@jest/globals';
import { greeting } from './feedback.mails.js';

it.each([
  [null, 'Bonjour,'],
  ['Lou Berger', 'Bonjour Lou Berger,'],
  ['Lou,\n\nVotre compte\u202e est clos', 'Bonjour Lou, Votre compte est clos,'],
])('whoever spoke as %j is greeted in one line', (name, greeted) => {
  expect(greeting('fr', name)).toBe(greeted);
});
