import { createRequire } from 'node:module';

/** A weight of the letters of the pages, in the two files that it comes in. */
export interface Face {
  letters: string;
  /** Those that French lacks, and the capital of L’Haÿ. */
  farther: string;
}

export const plain = faceOf(400);
export const bold = faceOf(700);

/** A text cut where its letters change files. */
export function runsOf(text: string, face: Face): { text: string; letters: string }[] {
  return (
    text
      // Neither file has the narrow no-break space.
      .replaceAll('\u202f', '\u00a0')
      .split(fartherLetters)
      .map((run, rank) => ({ text: run, letters: rank % 2 ? face.farther : face.letters }))
      .filter((run) => run.text !== '')
  );
}

const fartherLetters = /([\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]+)/;

function faceOf(weight: number): Face {
  const fileOf = (subset: string) =>
    createRequire(import.meta.url).resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`,
    );
  return { letters: fileOf('latin'), farther: fileOf('latin-ext') };
}
