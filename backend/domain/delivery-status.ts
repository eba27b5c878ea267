/** The fields of one part of a delivery report, by their names in small letters. */
type Fields = Map<string, string>;

/**
 * Why a letter was given up for good, in the words of the server that refused it, as a delivery
 * report tells (RFC 3464); null where it is only late, or may still be taken.
 */
export function failureIn(report: string): string | null {
  const failed = partsOf(report).find(
    (part) => wordOf(part, 'action') === 'failed' && wordOf(part, 'status').startsWith('5.'),
  );
  if (!failed) return null;
  const status = wordOf(failed, 'status');
  const said = plain((failed.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;/, ''));
  return said.includes(status) ? said : `${status} ${said}`.trim();
}

/**
 * The same, in a notice of Exim's that is written for people alone. Such a notice is only sent once
 * a letter is given up, but the reason may be that a server never said anything final.
 */
export function failureInWords(notice: string): string | null {
  const lines = notice.replace(/\r\n?/g, '\n').split('\n');
  const from = lines.findIndex((line) => /address(\(es\)|es)? failed:$/.test(line));
  const to = lines.findIndex((line) => line.startsWith('------') && / copy /.test(line));
  const reason = lines.slice(from + 1, to === -1 ? undefined : to).join('\n');
  if (/\b4\d\d[ -]|\b4\.\d\.\d/.test(reason) && !/\b5\d\d[ -]/.test(reason)) return null;
  return plain(/\b5\d\d[ -][^]*/.exec(reason)?.[0] ?? reason);
}

/** `<0193…@boucle.example.org>` carries the id of its letter: the one that the given headers name. */
export function letterNamedIn(headers: string): string | null {
  return (
    /^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im
      .exec(headers)?.[1]
      ?.toLowerCase() ?? null
  );
}

/** Its parts, a folded line put back on one. */
function partsOf(report: string): Fields[] {
  return report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map((part) => new Map(part.split('\n').flatMap(fieldIn)));
}

function fieldIn(line: string): [string, string][] {
  const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
  return name ? [[name.toLowerCase(), value ?? '']] : [];
}

/** The first word of a field: what follows it is a comment. */
function wordOf(part: Fields, name: string): string {
  return /^\S+/.exec(part.get(name) ?? '')?.[0].toLowerCase() ?? '';
}

/** On one line, without the code that a server repeats before each of its own. */
function plain(said: string): string {
  return said
    .replace(/[\s\0]+/g, ' ')
    .replace(/(?<=\S) 5\d\d[- ]5\.\d{1,3}\.\d{1,3} /g, ' ')
    .trim();
}
