import { inflateSync } from 'node:zlib';
import { decodeQR } from 'qr/decode.js';

/** A rectangle that a page fills, in the page's own units. */
interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The drawing orders of the only page, as they are in the file. */
export function ordersOf(pdf: Buffer): string {
  return streamOf(pdf, referenceIn(pdf.toString('latin1'), 'Contents'));
}

/** The words in the order in which they are read out, those of a line together. */
export function wordsOf(pdf: Buffer): string {
  const letters = new Map<string, Map<string, string>>();
  const lettersOf = (font: string) => {
    const known = letters.get(font) ?? readLetters(pdf, font);
    letters.set(font, known);
    return known;
  };
  let font = '';
  return [...ordersOf(pdf).matchAll(/\/(F\d+) \S+ Tf|\[([^\]]*)\] TJ/g)]
    .map(([, taken, shown = '']) => {
      font = taken ?? font;
      return [...shown.matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, signs = '']) => signs.match(/.{4}/g) ?? [])
        .map((sign) => lettersOf(font).get(sign) ?? '\ufffd')
        .join('');
    })
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Which letters the signs of an embedded font stand for, as whoever copies the words is told. */
function readLetters(pdf: Buffer, font: string): Map<string, string> {
  const file = pdf.toString('latin1');
  const table = streamOf(pdf, referenceIn(objectOf(file, referenceIn(file, font)), 'ToUnicode'));
  const ranges = [...table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)];
  return new Map(
    ranges.flatMap(([, first = '', meant = '']) =>
      [...meant.matchAll(/<([0-9a-f ]*)>/g)].map(([, units = ''], rank): [string, string] => [
        (parseInt(first, 16) + rank).toString(16).padStart(4, '0'),
        String.fromCharCode(
          ...(units.match(/[0-9a-f]{4}/g) ?? []).map((unit) => parseInt(unit, 16)),
        ),
      ]),
    ),
  );
}

const referenceIn = (text: string, name: string) =>
  new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? '';

const objectOf = (file: string, reference: string) =>
  new RegExp(`\\n${reference} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(file)?.[1] ?? '';

function streamOf(pdf: Buffer, reference: string): string {
  const [, stream = ''] =
    /\nstream\n([\s\S]*)\nendstream$/.exec(objectOf(pdf.toString('latin1'), reference)) ?? [];
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

/** The colours that are taken up one after the other, as #rrggbb. */
export function coloursOf(orders: string): string[] {
  return [...orders.matchAll(/^(\S+) (\S+) (\S+) scn$/gm)].map(
    ([, ...parts]) =>
      '#' +
      parts
        .map((part) =>
          Math.round(Number(part) * 255)
            .toString(16)
            .padStart(2, '0'),
        )
        .join(''),
  );
}

/** The QR code that a page draws with squares, read as a phone reads it: from its pixels. */
export function readQrCode(pdf: Buffer): string {
  const [, figure = ''] = /\/Figure [\s\S]*?BDC\n([\s\S]*?)EMC/.exec(ordersOf(pdf)) ?? [];
  const [paper, ...squares] = [...figure.matchAll(/^(\S+) (\S+) (\S+) (\S+) re$/gm)].map(
    ([, x, y, width, height]): Square => ({
      ...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    }),
  );
  if (!paper) throw new Error('No code is drawn.');
  const side = 400;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const pixel = (at: number, from: number) => Math.round(((at - from) / paper.width) * side);
  for (const { x, y, width, height } of squares) {
    for (let row = pixel(y, paper.y); row < pixel(y + height, paper.y); row += 1) {
      const [left, right] = [pixel(x, paper.x), pixel(x + width, paper.x)];
      for (let column = left; column < right; column += 1) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return decodeQR({ width: side, height: side, data }, { timeLimit: 10_000 });
}
