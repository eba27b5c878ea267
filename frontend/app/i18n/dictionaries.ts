/**
 * The words of each room, loaded with it. A room adds one line here, writes `words` in
 * `<room>/<room>.fr.ts` and `<room>/<room>.en.ts`, and is opened by `withWords()` in routes.ts.
 */
export const dictionaries = {
  home: { fr: () => import('../home/home.fr'), en: () => import('../home/home.en') },
} satisfies Record<string, Record<'fr' | 'en', () => Promise<{ words: object }>>>;
