import { settle } from './settle';

const base = { wording: 'La porte', status: 'supposed' };

describe('two changes of the same thing', () => {
  it.each([
    ['I alone changed', { wording: 'Ma porte' }, {}, { wording: 'Ma porte' }, []],
    ['they alone did', {}, { wording: 'Leur porte' }, { wording: 'Leur porte' }, []],
    [
      'each another part',
      { wording: 'Ma porte' },
      { status: 'discarded' },
      { wording: 'Ma porte', status: 'discarded' },
      [],
    ],
    ['both the same', { wording: 'Ici' }, { wording: 'Ici' }, { wording: 'Ici' }, []],
    ['both otherwise', { wording: 'Ma' }, { wording: 'Leur' }, { wording: 'Ma' }, ['wording']],
  ])('%s', (_, mine, theirs, merged, clashes) => {
    const settled = settle(base, { ...base, ...mine }, { ...base, ...theirs });
    expect(settled).toEqual({ merged: { ...base, ...merged }, clashes });
  });
});
