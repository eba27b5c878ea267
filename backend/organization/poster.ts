import PDFDocument from 'pdfkit';
import { contrast, inkOn, visible } from '../domain/colour.js';
import { feedbackKinds } from '../domain/feedback.js';
import type { PosterSize } from '../domain/poster.js';
import { threadPoints } from '../domain/thread.js';
import { say, type Sentence } from '../words/words.js';
import { drawPictogram } from './pictograms.js';
import { bold, plain, runsOf, type Face } from './poster-letters.js';
import { drawQrCode } from './qr-code.js';

/** What a poster says. */
export interface PosterFacts {
  organization: string;
  /** As #rrggbb. */
  colour: string;
  language: string;
  unit: string;
  /** The whole address that the code opens. */
  address: string;
}

/** Everything is laid out once, in points on A4; A3 is the same, larger. */
const sheet = { width: 595.28, height: 841.89, margin: 48 };
const inside = sheet.width - 2 * sheet.margin;
const enlarged: Record<PosterSize, number> = { a4: 1, a3: Math.SQRT2 };

const ink = '#1d1b17';
const softInk = '#4b463c';

type Doc = PDFKit.PDFDocument;
/** Where words go, and how large they are unless they need more room than there is. */
interface Place {
  x?: number;
  y: number;
  width?: number;
  height: number;
  size: number;
  face?: Face;
  colour?: string;
  align?: 'center';
}

/** A sheet for the wall, for whoever has something to say: tagged, so that it can be listened to. */
export function drawPoster(facts: PosterFacts, size: PosterSize): Doc {
  const { language, unit, organization, colour, address } = facts;
  const word = (sentence: Sentence, more = {}) => say(language, sentence, { unit, ...more });
  const doc = new PDFDocument({
    ...{ size: size.toUpperCase(), margin: 0, pdfVersion: '1.7', tagged: true, lang: language },
    ...{ displayTitle: true, info: { Title: word('poster.title'), Author: organization } },
  });
  doc.scale(enlarged[size]);
  const write = (tag: string, text: string, place: Place) =>
    doc.struct(tag, {}, () => writeWithin(doc, text, place));
  const onColour = inkOn(colour);

  drawAside(doc, () => doc.rect(0, 0, sheet.width, 116).fill(colour));
  const parts = [
    write('P', organization, { y: 30, height: 34, size: 25, face: bold, colour: onColour }),
    write('P', unit, { y: 68, height: 26, size: 17, colour: onColour }),
    write('H1', word('poster.headline'), { y: 148, height: 92, size: 39, face: bold }),
    ...feedbackKinds.map((kind, rank) => {
      const width = inside / feedbackKinds.length;
      const x = sheet.margin + rank * width;
      const picture = { x: x + (width - 46) / 2, y: 262, size: 46, colour: ink };
      drawAside(doc, () => drawPictogram(doc, kind, picture));
      const place = { x, y: 316, width, height: 18, size: 15, face: bold };
      return write('P', word(`poster.kind.${kind}`), { ...place, align: 'center' });
    }),
    doc.struct('Figure', { alt: word('poster.code', { address }) }, () =>
      drawQrCode(doc, address, { x: 30, y: 354, size: 250 }),
    ),
    write('H2', word('poster.phone'), {
      ...besideCode,
      y: 378,
      height: 30,
      size: 22,
      face: bold,
    }),
    ...(['aim', 'tell', 'follow'] as const).map((step, rank) => {
      const y = 418 + rank * 56;
      drawAside(doc, () => writeNumber(doc, rank + 1, y));
      const place = { x: besideCode.x + 40, y: y + 4, width: besideCode.width - 40, height: 54 };
      return write('P', word(`poster.step.${step}`), { ...place, size: 16 });
    }),
    write('P', word('poster.address'), { y: 604, height: 20, size: 15 }),
    write('P', address.replace(/^https?:\/\//, ''), { y: 625, height: 30, size: 24, face: bold }),
    write('H2', word('poster.thread'), { y: 674, height: 20, size: 15, face: bold }),
    ...threadPoints.map((point, rank) => {
      const width = inside / threadPoints.length;
      const x = sheet.margin + rank * width;
      const isLast = rank === threadPoints.length - 1;
      drawAside(doc, () => drawPoint(doc, { x, width, isLast, colour }));
      const place = { x, y: 728, width: width - 8, height: 36, size: 13 };
      return write('P', word(`poster.point.${point}`), place);
    }),
    write('P', word('poster.free'), { y: 772, height: 18, size: 14, colour: softInk }),
    write('P', word('poster.ask'), { y: 792, height: 18, size: 14, colour: softInk }),
  ];
  doc.addStructure(doc.struct('Document', {}, parts));
  doc.end();
  return doc;
}

const besideCode = { x: 282, width: sheet.width - sheet.margin - 282 };

/** The number of a step in a disc: the order of the words says it to those who listen. */
function writeNumber(doc: Doc, number: number, y: number): void {
  const { x } = besideCode;
  doc.circle(x + 14, y + 14, 14).fill(ink);
  const place = { x, y: y + 7, width: 28, height: 20, size: 17, face: bold, colour: '#ffffff' };
  writeWithin(doc, `${number}`, { ...place, align: 'center' });
}

/** One bead of the thread, and the line to the next. */
function drawPoint(
  doc: Doc,
  { x, width, isLast, colour }: { x: number; width: number; isLast: boolean; colour: string },
): void {
  const [middle, y] = [x + 10, 712];
  if (!isLast) {
    doc
      .moveTo(middle, y)
      .lineTo(middle + width, y)
      .lineWidth(3)
      .stroke(ink);
  }
  // The organisation's colour, where it can be seen on paper.
  doc.circle(middle, y, 10).fill(isLast && contrast(colour, '#ffffff') >= visible ? colour : ink);
}

/** What is only for the eyes, so that it is not read out. */
function drawAside(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

/** Writes words where they are wanted, smaller if need be: a name may be of 120 signs. */
function writeWithin(doc: Doc, text: string, place: Place): void {
  const { x = sheet.margin, y, width = inside, height, align = 'left' } = place;
  const { face = plain, colour = ink } = place;
  const runs = runsOf(text, face);
  const words = runs.map((run) => run.text).join('');
  let { size } = place;
  doc.font(face.letters).fontSize(size);
  while (size > 6 && doc.heightOfString(words, { width }) > height) doc.fontSize((size -= 0.5));
  doc.fillColor(colour);
  doc.x = x;
  doc.y = y;
  for (const [rank, run] of runs.entries()) {
    const continued = rank < runs.length - 1;
    doc.font(run.letters).text(run.text, { width, align, continued });
  }
}
