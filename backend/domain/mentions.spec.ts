import { describe, expect, it } from '@jest/globals';
import { markOf, mentionedIn, partsOf, withMarks, withNames } from './mentions.js';

const id = (rank: number) => `01900000-0000-7000-8000-00000000000${rank}`;
const people = [
  { id: id(1), name: 'Camille' },
  { id: id(2), name: 'Camille Fontaine' },
  { id: id(3), name: 'Élodie (Accueil)' },
];

describe('a mention', () => {
  it.each([
    ['Merci @Camille.', `Merci ${markOf(id(1))}.`],
    ['@Camille Fontaine, et @Camille', `${markOf(id(2))}, et ${markOf(id(1))}`],
    ['@Camilleau n’est personne', '@Camilleau n’est personne'],
    ['à @Élodie (Accueil) !', `à ${markOf(id(3))} !`],
    ['camille@exemple.example', 'camille@exemple.example'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(withMarks(typed, people)).toBe(stored);
    expect(withNames(stored, people)).toBe(typed);
  });

  it('follows a new name', () => {
    expect(withNames(`Vu ${markOf(id(1))}`, [{ id: id(1), name: 'Camille Roy' }])).toBe(
      'Vu @Camille Roy',
    );
  });

  it('is counted once, however it is written', () => {
    const twice = `${markOf(id(1))} ${markOf(id(1).toUpperCase())} ${markOf('pas-un-id')}`;
    expect(mentionedIn(twice)).toEqual([id(1)]);
  });

  it('is a piece among words; what stands for nobody known stays', () => {
    const unknown = markOf(id(9));
    expect(partsOf(`a ${markOf(id(1))}${unknown} b`, people)).toEqual([
      { text: 'a ' },
      { person: people[0] },
      { text: `${unknown} b` },
    ]);
    expect(partsOf('', people)).toEqual([]);
  });

  it('of nobody leaves the text as it is', () => {
    expect(withMarks('@ a', [])).toBe('@ a');
  });
});
