import type { Words } from './words';

/** What is decided together: half of a check, or of a priority, makes no sense with another's half. */
const parts = {
  title: ['title'],
  kind: ['kind'],
  description: ['description'],
  rationale: ['rationale'],
  owner: ['ownerId'],
  unit: ['unitId'],
  startOn: ['startOn'],
  priority: ['feasibility', 'impact'],
  cost: ['cost'],
  effortDays: ['effortDays'],
  skills: ['skills'],
  stakeholders: ['stakeholders'],
  levers: ['levers'],
  obstacles: ['obstacles'],
  participation: ['participation'],
  participants: ['participants'],
  check: ['checkMethod', 'checkIndicatorId', 'checkTarget', 'checkDays'],
  criterion: ['criterion'],
  checkOn: ['checkOn'],
  verifier: ['verifierId'],
} as const satisfies Record<string, readonly (keyof Words)[]>;

export type Part = keyof typeof parts;

export const partNames = Object.keys(parts) as Part[];

/** The parts that are texts of several lines, of which both can be kept. */
export const longParts = [
  ...(['description', 'rationale', 'skills', 'stakeholders', 'levers', 'obstacles'] as const),
  ...(['participants', 'criterion'] as const),
] satisfies Part[];
export type LongPart = (typeof longParts)[number];

/** What becomes of the words that two people changed at once. */
export interface Merge {
  /** Both changes together; where they clash, mine. */
  words: Words;
  /** What I alone changed, and what they alone did. */
  mine: Part[];
  theirs: Part[];
  /** What both changed, each otherwise. */
  clashes: Part[];
}

/** The parts that are otherwise than they were. */
export function changed(words: Words, since: Words): Part[] {
  return partNames.filter((part) => parts[part].some((name) => words[name] !== since[name]));
}

/** Joins my change with theirs, both made from the same base: only what both changed clashes. */
export function merge(base: Words, mine: Words, theirs: Words): Merge {
  const byMe = changed(mine, base);
  const byThem = changed(theirs, base);
  const apart = changed(mine, theirs);
  return {
    words: take(byMe, mine, theirs),
    mine: byMe.filter((part) => !byThem.includes(part)),
    theirs: byThem.filter((part) => !byMe.includes(part)),
    clashes: byMe.filter((part) => byThem.includes(part) && apart.includes(part)),
  };
}

/** The words of `to` with some parts of `from`. */
export function take(some: readonly Part[], from: Words, to: Words): Words {
  const names = some.flatMap((part): readonly (keyof Words)[] => parts[part]);
  return { ...to, ...Object.fromEntries(names.map((name) => [name, from[name]])) };
}

/** The part that a word belongs to; null where it is none of an action's. */
export function partOf(name: string): Part | null {
  const names: Record<Part, readonly string[]> = parts;
  return partNames.find((part) => names[part].includes(name)) ?? null;
}
