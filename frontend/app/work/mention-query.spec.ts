import { describe, expect, it } from '@jest/globals';
import { readFigure } from './figure-form';
import { matching, queryAt, withName } from './mention-query';
import { toldApart } from './work-people';

const people = ['Camille Fontaine', 'Élodie Roy', 'Dominique Perrin'].map((name, rank) => ({
  id: String(rank),
  name,
}));

describe('whom is looked for', () => {
  it.each([
    ['@', '', 0],
    ['Merci @cam', 'cam', 6],
    ['(@Élo', 'Élo', 1],
    ['@Camille Fon', 'Camille Fon', 0],
  ])('in « %s » is « %s »', (text, said, at) => {
    expect(queryAt(text, text.length)).toEqual({ at, said });
  });

  it.each(['', 'Merci', 'nom@exemple', 'a @ b', '@cam\nla suite'])('is nobody in %j', (text) => {
    expect(queryAt(text, text.length)).toBeNull();
  });

  it.each([
    ['', ['Camille Fontaine', 'Élodie Roy', 'Dominique Perrin']],
    ['elo', ['Élodie Roy']],
    ['perr', ['Dominique Perrin']],
    ['camille f', ['Camille Fontaine']],
    ['ine', []],
  ])('by « %s »', (said, names) => {
    expect(matching(people, said, 6).map(({ name }) => name)).toEqual(names);
  });

  it('stands in the text once chosen, and the caret after them', () => {
    const text = 'Merci @cam pour hier';
    expect(withName(text, 10, { at: 6, said: 'cam' }, 'Camille Fontaine')).toEqual({
      ...{ text: 'Merci @Camille Fontaine pour hier', caret: 24 },
    });
  });
});

it('two people of one name are told apart', () => {
  const named = (id: string, unitName: string) => ({ id, name: 'Camille Roy', unitName });
  const all = [named('a', 'Accueil'), named('b', 'Crèche'), named('c', 'Crèche')];
  expect(toldApart([...all, { id: 'd', name: 'Dany', unitName: 'Accueil' }])).toEqual([
    { id: 'a', name: 'Camille Roy (Accueil)' },
    { id: 'b', name: 'Camille Roy (Crèche)' },
    { id: 'c', name: 'Camille Roy (Crèche, 2)' },
    { id: 'd', name: 'Dany' },
  ]);
});

it.each([
  ['12', 12],
  ['9,5', 9.5],
  ['1 250.25', 1250.25],
  ['-3', -3],
  ['beaucoup', null],
  ['1e9', null],
  ['1,2,3', null],
  ['', null],
])('« %s » is the figure %s', (typed, value) => expect(readFigure(typed)).toBe(value));
