import { inflateSync } from 'node:zlib';
import { decodeQR } from 'qr/decode.js';

/** A rectangle that a page fills, in the page's own units. */
interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The drawing orders of a page whose letters are in WinAnsi, as they are in the file. */
export function ordersOf(pdf: Buffer): string {
  const file = pdf.toString('latin1');
  return [...file.matchAll(/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .join('\n');
}

/** The words in the order in which they are read out, those of a line together. */
export function wordsOf(pdf: Buffer): string {
  const winAnsi = new TextDecoder('windows-1252');
  return [...ordersOf(pdf).matchAll(/\[([^\]]*)\] TJ/g)]
    .map(([, shown = '']) =>
      [...shown.matchAll(/<([0-9a-f]*)>/g)]
        .map(([, hex = '']) => winAnsi.decode(Buffer.from(hex, 'hex')))
        .join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ');
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
