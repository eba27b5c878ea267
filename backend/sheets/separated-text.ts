/** A separated file as every reader of ours takes it. */
export interface SeparatedText {
  /** UTF-8. */
  bytes: Buffer;
  delimiter: string;
}

const delimiters = [';', ',', '\t'] as const;

/** Finds the letters and the separator of a CSV: UTF-8, Unicode of Excel, or else the old Windows one. */
export function readSeparated(file: Buffer): SeparatedText {
  const text = decode(file);
  return { bytes: Buffer.from(text), delimiter: delimiterOf(text) };
}

function decode(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** How much of a file is looked at for its titles: a quote left open would hold all the rest. */
const headLength = 64 * 1024;

/** The one that stands most often between the titles; what is between quotes separates nothing. */
function delimiterOf(text: string): string {
  const [titles = ''] = text
    .slice(0, headLength)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 1);
  const counted = delimiters.map((sign) => ({ sign, count: titles.split(sign).length }));
  counted.sort((a, b) => b.count - a.count);
  return counted[0]?.sign ?? ';';
}
