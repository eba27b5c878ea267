import type { dictionaries } from './dictionaries';
import type { words as base } from './fr';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a translation must hold: the keys of the French, and sentences of its own. */
export type Translation<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : Translation<Words[Key]>;
};

export interface Dictionary {
  [key: string]: string | Dictionary;
}

type Loaded<Loaders> = Loaders extends { fr: () => Promise<{ words: infer Words }> }
  ? Words
  : never;

/** Every sentence of the pages: those that are always there, and those that come with a room. */
export type Words = typeof base & {
  [Room in keyof typeof dictionaries]: Loaded<(typeof dictionaries)[Room]>;
};

type Singular<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'other'}`
  ? Stem
  : Key;

type Path<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? Singular<Key>
    : `${Key}.${Path<Tree[Key]>}`;
}[keyof Tree & string];

/** A key of a dictionary, from the root: `ui.retry`. Plurals are named without their suffix. */
export type Key = Path<Words>;
