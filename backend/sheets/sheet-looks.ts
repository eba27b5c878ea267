import type { Merge } from './grid.js';
import type { WorkbookParts } from './unpack-workbook.js';

/** What a workbook says of how its sheets are drawn. */
export interface SheetLooks {
  /** How a number is shown, by row and column from 0; none where it is plain. */
  formatOf: (row: number, column: number) => string | undefined;
  merges: Merge[];
  widths: (number | null)[];
}

/** The formats that every workbook has without saying so (ECMA-376, 18.8.30), as the French see them. */
const builtIn: Record<number, string> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00' },
  ...{ 12: '# ?/?', 13: '# ??/??', 14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy' },
  ...{ 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'dd/mm/yyyy h:mm' },
  ...{ 37: '#,##0;-#,##0', 38: '#,##0;-#,##0', 39: '#,##0.00;-#,##0.00', 44: '#,##0.00 €' },
  ...{ 40: '#,##0.00;-#,##0.00', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 49: '@' },
};

const mergeMaximum = 5000;
const widthMaximum = 200;

/**
 * Reads how a sheet is drawn. What is not found is left out: the words matter more than their looks.
 * Every search is bounded, so that no text takes long to look through.
 */
export function looksOf(parts: WorkbookParts, sheet: string): SheetLooks {
  const text = textOf(parts, pathOf(parts, sheet));
  const formats = formatsOf(textOf(parts, 'xl/styles.xml'));
  const shown = new Map<string, string>();
  for (const [, said = ''] of text.matchAll(/<(?:\w+:)?c\s([^<>]{1,200})>/g)) {
    const place = placeOf(attribute(said, 'r'));
    const format = formats[Number(attribute(said, 's') || NaN)];
    if (place && format) shown.set(`${place.row} ${place.column}`, format);
  }
  return {
    formatOf: (row, column) => shown.get(`${row} ${column}`),
    merges: mergesOf(text),
    widths: widthsOf(text),
  };
}

/** Where the sheet of this name is kept: its relation names the file. */
function pathOf(parts: WorkbookParts, sheet: string): string {
  const workbook = textOf(parts, 'xl/workbook.xml');
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^<>]{1,500})>/g)];
  const said = sheets.find(([, one = '']) => unescaped(attribute(one, 'name')) === sheet)?.[1];
  const id = /\s(?:\w+:)?id\s*=\s*["']([^"']{1,100})["']/.exec(` ${said ?? ''}`)?.[1];
  const relations = textOf(parts, 'xl/_rels/workbook.xml.rels');
  for (const [, one = ''] of relations.matchAll(/<(?:\w+:)?Relationship\s([^<>]{1,500})>/g)) {
    if (attribute(one, 'Id') !== id) continue;
    const target = attribute(one, 'Target');
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return '';
}

function formatsOf(styles: string): (string | undefined)[] {
  const own = new Map<number, string>();
  for (const [, said = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^<>]{1,600})>/g)) {
    own.set(Number(attribute(said, 'numFmtId')), unescaped(attribute(said, 'formatCode')));
  }
  const start = styles.search(/<(?:\w+:)?cellXfs[\s>]/);
  const end = styles.search(/<\/(?:\w+:)?cellXfs>/);
  const used = start < 0 ? '' : styles.slice(start, end < 0 ? undefined : end);
  return [...used.matchAll(/<(?:\w+:)?xf(?=[\s/>])([^<>]{0,400})>/g)].map(([, said = '']) => {
    const id = Number(attribute(said, 'numFmtId') || 0);
    const format = own.get(id) ?? builtIn[id];
    return format === 'General' ? undefined : format;
  });
}

function mergesOf(sheet: string): Merge[] {
  const found = sheet.matchAll(/<(?:\w+:)?mergeCell\s([^<>]{1,100})>/g);
  return [...found].slice(0, mergeMaximum).flatMap(([, said = '']) => {
    const [from, to] = attribute(said, 'ref').split(':').map(placeOf);
    if (!from || !to) return [];
    const span = { rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
    return span.rows > 0 && span.columns > 0 ? [{ ...from, ...span }] : [];
  });
}

function widthsOf(sheet: string): (number | null)[] {
  const widths: (number | null)[] = [];
  for (const [, said = ''] of sheet.matchAll(/<(?:\w+:)?col\s([^<>]{1,200})>/g)) {
    const [first, last] = [Number(attribute(said, 'min')), Number(attribute(said, 'max'))];
    const width = Number(attribute(said, 'width'));
    if (!(first >= 1) || !(width > 0)) continue;
    for (let at = first; at <= Math.min(last, widthMaximum); at += 1) widths[at - 1] = width;
  }
  return Array.from(widths, (width) => width ?? null);
}

function attribute(said: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(said);
  return found?.[1] ?? found?.[2] ?? '';
}

function placeOf(place: string): { row: number; column: number } | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? [];
  if (!letters) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row) - 1, column: column - 1 };
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: `'`, amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (all, ten, hex, name) => {
    const code = ten ? Number(ten) : hex ? parseInt(hex as string, 16) : NaN;
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return entities[name as string] ?? all;
  });
}

function textOf(parts: WorkbookParts, name: string): string {
  return Buffer.from(parts[name] ?? []).toString('utf8');
}
