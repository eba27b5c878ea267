import { meet } from './clash';
import { newPlan } from './plan-words';

const base = {
  ...newPlan('me', '2026-01-01'),
  ...{ title: 'Projet', governance: 'Un comité' },
  objectives: [{ id: 'a', wording: 'Accueillir' }],
};

describe('two people who change a plan', () => {
  it('keep both changes where each changed something else', () => {
    const mine = { ...base, title: 'Projet social' };
    const theirs = { ...base, objectives: [{ id: 'a', wording: 'Mieux accueillir' }] };
    const { merged, clash } = meet(base, mine, theirs, 'Dany');
    expect(merged).toEqual({ ...theirs, title: 'Projet social' });
    expect(clash).toMatchObject({ who: 'Dany', joined: ['objectives'], clashes: [] });
  });

  it('are asked where both changed the same thing, mine standing meanwhile', () => {
    const mine = { ...base, governance: 'Chaque mois', budget: '5' };
    const theirs = { ...base, governance: 'Chaque trimestre', toDay: '2030-01-01' };
    const { merged, clash } = meet(base, mine, theirs, null);
    expect(merged).toMatchObject({ governance: 'Chaque mois', budget: '5', toDay: '2030-01-01' });
    expect(clash).toMatchObject({ joined: ['toDay'], clashes: ['governance'], theirs });
  });

  it('agree where both wrote the same', () => {
    const same = { ...base, title: 'Projet social' };
    expect(meet(base, same, same, null).clash).toMatchObject({ clashes: [] });
  });
});
