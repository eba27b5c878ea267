import type { Mentionable } from '../../../backend/domain/mentions';

/** What is typed after an @, and where it begins. */
export interface MentionQuery {
  /** The rank of the @. */
  at: number;
  said: string;
}

/** Whom is being looked for where the caret stands; null where no @ opens it. */
export function queryAt(text: string, caret: number): MentionQuery | null {
  const found = /(?:^|[\s(«'’"])@([\p{L}\p{N}'’().-][\p{L}\p{N}'’()., -]{0,60})?$/u.exec(
    text.slice(0, caret),
  );
  if (!found) return null;
  const said = found[1] ?? '';
  return { at: caret - said.length - 1, said };
}

/** Those whose name, or a word of it, begins so; whatever their accents. */
export function matching(
  people: readonly Mentionable[],
  said: string,
  most: number,
): Mentionable[] {
  const wanted = folded(said);
  return people
    .filter(({ name }) => {
      const known = folded(name);
      return (
        known.startsWith(wanted) || known.split(/[\s'’-]+/).some((word) => word.startsWith(wanted))
      );
    })
    .slice(0, most);
}

/** The text with the name in place of what was looked for, and where the caret is then. */
export function withName(
  text: string,
  caret: number,
  { at }: MentionQuery,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
