import { en } from '../../../backend/words/en';
import { fr } from '../../../backend/words/fr';
import { words as english } from './organization.en';
import { words as french } from './organization.fr';

/** The sentences of the sheet, by the names that the server gives them. */
function onTheSheet(poster: typeof french.poster): Record<string, string> {
  const { headline, code, phone, address, thread, free, ask } = poster;
  const plain = { headline, code, phone, address, thread, free, ask };
  const groups = (['kind', 'step', 'point'] as const).flatMap((group) =>
    Object.entries(poster[group]).map(([name, sentence]) => [`${group}.${name}`, sentence]),
  );
  return { ...plain, ...(Object.fromEntries(groups) as Record<string, string>) };
}

describe('the look of a poster', () => {
  it.each([
    ['French', french, fr],
    ['English', english, en],
  ])('says in %s what the printed sheet says', (_, { poster }, server) => {
    const printed = Object.entries(server)
      .filter(([name]) => name.startsWith('poster.') && name !== 'poster.title')
      .map(([name, sentence]) => [name.replace('poster.', ''), sentence]);
    expect(onTheSheet(poster)).toEqual(Object.fromEntries(printed));
  });
});
