import PDFDocument from 'pdfkit';
import { bold, plain, runsOf, type Face } from '../organization/poster-letters.js';

type Doc = PDFKit.PDFDocument;

/** How words look, and what they are to whoever listens. */
export interface Manner {
  size?: number;
  face?: Face;
  colour?: string;
  /** The space above. */
  above?: number;
}

/** A cell of a row: its share of the width, and its words, one way or several. */
export interface Cell {
  width: number;
  words: { text: string; face?: Face; size?: number; colour?: string }[];
}

export const ink = '#1d1b17';
export const softInk = '#4b463c';
const line = '#c9bfae';
const margin = 48;
const foot = 56;

/** Sheets of A4 that words flow down, tagged in the order in which they are written. */
export class Paper {
  readonly doc: Doc;
  readonly width: number;
  private readonly root: PDFKit.PDFStructureElement;
  private y = margin;

  constructor(title: string, author: string, language: string) {
    this.doc = new PDFDocument({
      ...{ size: 'A4', pdfVersion: '1.7', tagged: true, lang: language, bufferPages: true },
      ...{ displayTitle: true, info: { Title: title, Author: author } },
      margins: { top: margin, left: margin, right: margin, bottom: foot },
    });
    this.width = this.doc.page.width - 2 * margin;
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** The organisation's name on its colour, over the whole width. */
  band(name: string, colour: string, inkOfBand: string): void {
    const height = 44;
    this.aside(() => this.doc.rect(0, 0, this.doc.page.width, height).fill(colour));
    this.tag('P', () =>
      this.draw(name, margin, 14, this.width, { size: 13, face: bold, colour: inkOfBand }),
    );
    this.y = height + 24;
  }

  write(tag: string, text: string, { above = 0, ...manner }: Manner = {}): void {
    this.y += above;
    const heading = tag.startsWith('H');
    // A heading never stands alone at the foot of a sheet.
    this.make(Math.min(this.heightOf(text, this.width, manner) + (heading ? 60 : 0), 300));
    this.tag(tag, () => this.draw(text, margin, this.y, this.width, manner));
    this.y = this.doc.y + 2;
  }

  /** How much is done, and where today stands; the words beside it say the same. */
  bar(percent: number, today: number | null, colour: string): void {
    const [width, height] = [this.width * 0.6, 7];
    this.make(height + 12);
    const y = this.y + 5;
    this.aside(() => {
      this.doc.rect(margin, y, (width * percent) / 100, height).fill(colour);
      this.doc.rect(margin, y, width, height).lineWidth(0.8).stroke(softInk);
      if (today !== null) {
        this.doc.rect(margin + (width * today) / 100 - 1, y - 3, 2, height + 6).fill(ink);
      }
    });
    this.y = y + height + 6;
  }

  /** A table of rows that are not torn from one sheet to the next; the first one says what each tells. */
  table(head: Cell[], rows: Cell[][]): void {
    const table = this.doc.struct('Table');
    this.root.add(table);
    for (const [rank, cells] of [head, ...rows].entries()) {
      const placed = cells.map((cell, at) => ({
        ...cell,
        x: margin + this.width * sum(cells.slice(0, at).map(({ width }) => width)),
        room: this.width * cell.width - 8,
      }));
      const height = Math.max(...placed.map(({ words, room }) => this.heightOfAll(words, room)));
      this.make(height + (rank === 0 ? 48 : 8));
      const y = this.y + 4;
      const cellsOf = placed.map(({ words, x, room }) =>
        this.doc.struct(rank === 0 ? 'TH' : 'TD', {}, () => this.drawAll(words, x, y, room)),
      );
      table.add(this.doc.struct('TR', {}, cellsOf));
      this.y = y + height + 4;
      this.aside(() =>
        this.doc
          .moveTo(margin, this.y)
          .lineTo(margin + this.width, this.y)
          .lineWidth(rank === 0 ? 1 : 0.5)
          .stroke(rank === 0 ? ink : line),
      );
    }
    table.end();
    this.y += 6;
  }

  /** The same words at the foot of each sheet, with its number; then it is whole. */
  close(footOf: (page: number, pages: number) => string): Doc {
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page);
      this.doc.page.margins.bottom = 0;
      const at = this.doc.page.height - 36;
      this.aside(() =>
        this.draw(footOf(page + 1, count), margin, at, this.width, { size: 8.5, colour: softInk }),
      );
    }
    this.doc.end();
    return this.doc;
  }

  /** Turns the sheet where there is no room left for so much. */
  private make(height: number): void {
    if (this.y + height <= this.doc.page.height - foot) return;
    this.doc.addPage();
    this.y = margin;
  }

  private tag(tag: string, draw: () => void): void {
    this.root.add(this.doc.struct(tag, {}, draw));
  }

  /** What is only for the eyes, so that it is not read out. */
  private aside(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  private heightOf(text: string, width: number, { size = 10.5, face = plain }: Manner): number {
    const words = runsOf(text, face).map((run) => run.text);
    return this.doc.font(face.letters).fontSize(size).heightOfString(words.join(''), { width });
  }

  private heightOfAll(words: Cell['words'], width: number): number {
    return sum(
      words.map(({ text, ...manner }) => this.heightOf(text, width, { size: 9.5, ...manner })),
    );
  }

  private drawAll(words: Cell['words'], x: number, y: number, width: number): void {
    let at = y;
    for (const { text, ...manner } of words) {
      this.draw(text, x, at, width, { size: 9.5, ...manner });
      at = this.doc.y;
    }
  }

  private draw(text: string, x: number, y: number, width: number, manner: Manner): void {
    const { size = 10.5, face = plain, colour = ink } = manner;
    this.doc.fontSize(size).fillColor(colour);
    this.doc.x = x;
    this.doc.y = y;
    const runs = runsOf(text, face);
    for (const [rank, run] of runs.entries()) {
      const continued = rank < runs.length - 1;
      this.doc.font(run.letters).text(run.text, { width, continued });
    }
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
