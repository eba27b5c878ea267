import { inflateSync } from 'node:zlib';

/**
 * Whether whoever copies from a page that the browser printed gets these words. Spaces are left out:
 * a line that turns has none.
 */
export function canBeCopied(pdf: Buffer, words: string): boolean {
  const objects = objectsOf(pdf);
  const bare = (text: string) => text.replace(/\s/g, '').normalize('NFKC');
  const shown = [...objects.values()]
    .filter((matter) => matter.includes('\nBT\n'))
    .map((drawn) => readPage(drawn, objects))
    .join('');
  return bare(shown).includes(bare(words));
}

/** What each object of the file holds, what is folded in it unfolded. */
function objectsOf(pdf: Buffer): Map<string, string> {
  const file = pdf.toString('latin1');
  return new Map(
    [...file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, number = '', matter = '']) => {
      const [head = '', stream = ''] = matter.split(/ stream\n([\s\S]*)\nendstream$/);
      if (!head.includes('/FlateDecode')) return [number, matter];
      return [number, inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')];
    }),
  );
}

/** The letters in the order in which they are drawn, each font having its own signs for them. */
function readPage(drawn: string, objects: Map<string, string>): string {
  const fonts = new Map<string, Map<string, string>>();
  let letters = new Map<string, string>();
  let read = '';
  for (const [, font, signs = ''] of drawn.matchAll(/\/F(\d+) \S+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (font) {
      letters = fonts.get(font) ?? lettersOf(font, objects);
      fonts.set(font, letters);
      continue;
    }
    const width = [...letters.keys()][0]?.length ?? 2;
    for (let at = 0; at < signs.length; at += width) {
      read += letters.get(signs.slice(at, at + width)) ?? '\ufffd';
    }
  }
  return read;
}

/** Which letters the signs of a font stand for, as it tells them: one by one, and by ranges. */
function lettersOf(font: string, objects: Map<string, string>): Map<string, string> {
  const [, reference = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '') ?? [];
  const [, told = ''] = (objects.get(reference) ?? '').split('endcodespacerange');
  const letters = new Map<string, string>();
  for (const [, first = '', last = first, meant = ''] of told.matchAll(
    /^<([0-9A-F]+)>(?: <([0-9A-F]+)>)? <([0-9A-F]+)>$/gm,
  )) {
    const units = (meant.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16));
    const from = parseInt(first, 16);
    for (let sign = from; sign <= parseInt(last, 16); sign += 1) {
      const end = (units.at(-1) ?? 0) + sign - from;
      letters.set(
        sign.toString(16).toUpperCase().padStart(first.length, '0'),
        String.fromCharCode(...units.slice(0, -1), end),
      );
    }
  }
  return letters;
}
