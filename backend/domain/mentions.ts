/** Somebody who can be mentioned. */
export interface Mentionable {
  id: string;
  name: string;
}

const mark = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gi;

/** How somebody stands in a text as it is stored: by their id, so that a new name follows. */
export const markOf = (id: string): string => `@[${id}]`;

/** Whom a stored text mentions, each once. */
export function mentionedIn(stored: string): string[] {
  return [...new Set([...stored.matchAll(mark)].map(([, id = '']) => id.toLowerCase()))];
}

/** A piece of a text: words, or somebody. */
export type MentionPart = { text: string } | { person: Mentionable };

/** A stored text in pieces; a mark that stands for nobody known stays as it is. */
export function partsOf(stored: string, people: readonly Mentionable[]): MentionPart[] {
  const parts: MentionPart[] = [];
  let at = 0;
  for (const match of stored.matchAll(mark)) {
    const person = people.find(({ id }) => id === match[1]?.toLowerCase());
    if (!person) continue;
    if (match.index > at) parts.push({ text: stored.slice(at, match.index) });
    parts.push({ person });
    at = match.index + match[0].length;
  }
  if (at < stored.length) parts.push({ text: stored.slice(at) });
  return parts;
}

/** A stored text as it is read and typed: « @Camille Fontaine ». */
export function withNames(stored: string, people: readonly Mentionable[]): string {
  return partsOf(stored, people)
    .map((part) => ('person' in part ? `@${part.person.name}` : part.text))
    .join('');
}

/** A typed text as it is stored; of two names that begin alike, the longer is meant. */
export function withMarks(typed: string, people: readonly Mentionable[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const names = byLength.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return typed;
  const name = new RegExp(`@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return typed.replace(name, (whole, said: string) => {
    const person = byLength.find((one) => one.name === said);
    return person ? markOf(person.id) : whole;
  });
}
