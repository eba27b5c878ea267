import { dropDraft, keepDraft, readDraft } from './draft';

const empty = { kind: '', body: '' };

describe('a draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('comes back as it was left, on its own page only', () => {
    keepDraft('/p/one', { kind: 'anomaly', body: 'Trois heures d’attente' });
    expect(readDraft('/p/one', empty)).toEqual({ kind: 'anomaly', body: 'Trois heures d’attente' });
    expect(readDraft('/p/two', empty)).toBeNull();
  });

  it('has every field of today’s form, even where an older page wrote fewer', () => {
    keepDraft('/p/one', { body: 'Merci' });
    expect(readDraft('/p/one', empty)).toEqual({ kind: '', body: 'Merci' });
  });

  it('is gone once dropped', () => {
    keepDraft('/p/one', { body: 'Merci' });
    dropDraft('/p/one');
    expect(readDraft('/p/one', empty)).toBeNull();
  });

  it('is nothing where what was stored can’t be read', () => {
    sessionStorage.setItem('boucle.draft./p/one', '{broken');
    expect(readDraft('/p/one', empty)).toBeNull();
  });
});
