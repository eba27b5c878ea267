import { settle } from '../analyses/settle';
import type { PlanWords } from './plan-words';

/** What two people wrote at once, and what becomes of it. */
export interface Clash {
  who: string | null;
  theirs: PlanWords;
  /** What they changed and I did not: it is kept as it is. */
  joined: (keyof PlanWords)[];
  /** What both changed, each otherwise. */
  clashes: (keyof PlanWords)[];
}

/** Joins my words with theirs, both written from the same base. */
export function meet(
  base: PlanWords,
  mine: PlanWords,
  theirs: PlanWords,
  who: string | null,
): { merged: PlanWords; clash: Clash } {
  const { merged, clashes } = settle(flat(base), flat(mine), flat(theirs));
  const names = Object.keys(mine) as (keyof PlanWords)[];
  const joined = names.filter(
    (name) => flat(theirs)[name] !== flat(base)[name] && !clashes.includes(name),
  );
  return { merged: whole(merged), clash: { who, theirs, joined, clashes } };
}

type Flat = Record<keyof PlanWords, string>;

function flat(words: PlanWords): Flat {
  return { ...words, objectives: JSON.stringify(words.objectives) };
}

function whole(words: Flat): PlanWords {
  return { ...words, objectives: JSON.parse(words.objectives) as PlanWords['objectives'] };
}
