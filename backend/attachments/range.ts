/** Some bytes of a file, from the first to the last of them. */
export interface Span {
  first: number;
  last: number;
}

/**
 * The part of a file that a `Range` header asks for: players ask for sound by pieces. Null for the
 * whole, which also answers what can't be understood; `beyond` for what the file doesn't reach.
 */
export function spanOf(header: string | undefined, size: number): Span | 'beyond' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first >= size || (from === '' && Number(to) === 0)) return 'beyond';
  return last < first ? null : { first, last };
}
