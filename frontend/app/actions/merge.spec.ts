import { merge, partOf, type Part } from './merge';
import type { Words } from './words';

const base: Words = {
  ...{ kind: 'corrective', title: 'Alléger la porte', description: 'Poser un groom' },
  ...{ rationale: '', unitId: 'accueil', ownerId: 'camille', startOn: null },
  ...{ feasibility: 2, impact: 3, cost: 100, effortDays: null, skills: '' },
  ...{ stakeholders: '', levers: '', obstacles: '', participation: null, participants: '' },
  ...{ verifierId: null, criterion: null, checkOn: null, checkMethod: null },
  ...{ checkIndicatorId: null, checkTarget: null, checkDays: null },
};

const recurrence = { checkMethod: 'recurrence', checkDays: 90 } as const;
const indicator = { checkMethod: 'indicator', checkIndicatorId: 'i', checkTarget: 0.8 } as const;

type Change = Partial<Words>;

describe('two changes of one action', () => {
  it.each<[string, Change, Change, Change, { mine?: Part[]; theirs?: Part[]; clashes?: Part[] }]>([
    ['nobody changed', {}, {}, {}, {}],
    ['I alone changed', { title: 'Moi' }, {}, { title: 'Moi' }, { mine: ['title'] }],
    ['they alone did', {}, { title: 'Eux' }, { title: 'Eux' }, { theirs: ['title'] }],
    [
      'each another part',
      { title: 'Moi' },
      { cost: 200 },
      { title: 'Moi', cost: 200 },
      { mine: ['title'], theirs: ['cost'] },
    ],
    ['both the same', { title: 'Nous' }, { title: 'Nous' }, { title: 'Nous' }, {}],
    [
      'both otherwise',
      { title: 'Moi', levers: 'Budget' },
      { title: 'Eux', skills: 'Menuiserie' },
      { title: 'Moi', levers: 'Budget', skills: 'Menuiserie' },
      { mine: ['levers'], theirs: ['skills'], clashes: ['title'] },
    ],
    [
      'they emptied what I wrote on',
      { description: 'Poser deux grooms' },
      { description: '' },
      { description: 'Poser deux grooms' },
      { clashes: ['description'] },
    ],
    [
      'I emptied what they wrote on',
      { cost: null },
      { cost: 0 },
      { cost: null },
      { clashes: ['cost'] },
    ],
    [
      'each a half of the priority',
      { feasibility: 4 },
      { impact: 1 },
      { feasibility: 4, impact: 3 },
      { clashes: ['priority'] },
    ],
    [
      'each another check, of which no half is mixed',
      recurrence,
      indicator,
      { ...recurrence, checkIndicatorId: null, checkTarget: null },
      { clashes: ['check'] },
    ],
    [
      'the check and its date',
      recurrence,
      { checkOn: '2027-03-12', verifierId: 'karim' },
      { ...recurrence, checkOn: '2027-03-12', verifierId: 'karim' },
      { mine: ['check'], theirs: ['checkOn', 'verifier'] },
    ],
  ])('%s', (_, mine, theirs, words, told) => {
    expect(merge(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual({
      words: { ...base, ...words },
      ...{ mine: [], theirs: [], clashes: [], ...told },
    });
  });

  it('forgets no word that an action has', () => {
    const names = Object.keys(base).filter((name) => partOf(name) === null);
    expect(names).toEqual([]);
  });
});
