/** What the wording of an answer may leave open, as it is written in it: `{référence}`. */
export const placeholders = {
  name: 'nom',
  reference: 'référence',
  unit: 'service',
  day: 'date',
} as const;
export type Placeholder = keyof typeof placeholders;

/** What is known of a case, to fill a wording with; what is missing is left open. */
export type PlaceholderFacts = Partial<Record<Placeholder, string | null>>;

/** A wording once it was filled, and what it still leaves open. */
export interface Filled {
  text: string;
  open: string[];
}

const gap = /\{([^{}\n]{1,40})\}/g;

/** Fills the placeholders that are known; any other, or one that lacks its fact, stays to be seen. */
export function fillTemplate(body: string, facts: PlaceholderFacts): Filled {
  const known = new Map(
    Object.entries(placeholders).map(([fact, word]) => [word, facts[fact as Placeholder]]),
  ) as Map<string, string | null | undefined>;
  const open: string[] = [];
  const text = body.replace(gap, (whole, word: string) => {
    const fact = known.get(word.trim().toLowerCase().normalize('NFC'));
    if (fact) return fact;
    open.push(whole);
    return whole;
  });
  return { text, open };
}

/** What a text still leaves open: it must not be sent so. */
export function openPlaceholders(text: string): string[] {
  const words: readonly string[] = Object.values(placeholders);
  return [...text.matchAll(gap)].flatMap(([whole, word = '']) =>
    words.includes(word.trim().toLowerCase().normalize('NFC')) ? [whole] : [],
  );
}
