import type { Action } from '../actions/action.entity.js';
import type { ActionKind } from '../domain/action.js';
import type { PlanField } from '../domain/plan-fields.js';
import type { Meanings } from '../domain/plan-sheet.js';

/** The most characters of an action's title; a longer one goes on in its description. */
const titleMaximum = 160;

type Words = Partial<Action>;

/** The column of an action that a field of a sheet is written to; where it is one, and no more. */
const columns: Partial<Record<PlanField, (value: never) => Words>> = {
  owner: (ownerId: string) => ({ ownerId }),
  service: (unitId: string) => ({ unitId }),
  kind: (kind: ActionKind) => ({ kind }),
  startOn: (startOn: string | null) => ({ startOn }),
  criterion: (criterion: string | null) => ({ criterion }),
  cost: (cost: number | null) => ({ cost }),
  effortDays: (effortDays: number | null) => ({ effortDays }),
  weight: (weight: number) => ({ weight }),
  rationale: (rationale: string | null) => ({ rationale: rationale ?? '' }),
  stakeholders: (stakeholders: string | null) => ({ stakeholders: stakeholders ?? '' }),
  participants: (participants: string | null) => ({ participants: participants ?? '' }),
  skills: (skills: string | null) => ({ skills: skills ?? '' }),
  levers: (levers: string | null) => ({ levers: levers ?? '' }),
  obstacles: (obstacles: string | null) => ({ obstacles: obstacles ?? '' }),
};

/** What the fields of a row are as the words of an action. */
export function wordsFrom(fields: readonly PlanField[], meanings: Meanings): Words {
  const words: Words = {};
  for (const field of fields) {
    const value = meanings[field] ?? null;
    Object.assign(words, columns[field]?.(value as never));
  }
  const { title, description } = wordingOf(meanings);
  if (fields.includes('title')) words.title = title;
  const isTold = fields.includes('description') || title !== meanings.title;
  if (isTold && (fields.includes('title') || fields.includes('description'))) {
    words.description = description;
  }
  return words;
}

/** A title that can be said in one breath; the whole of a longer one stands in the description. */
function wordingOf({ title, description }: Meanings): { title: string; description: string } {
  const [whole, more] = [String(title ?? ''), String(description ?? '')];
  if (whole.length <= titleMaximum) return { title: whole, description: more };
  const cut = whole.slice(0, titleMaximum - 1).replace(/\s+\S*$/, '');
  return { title: `${cut}…`, description: [whole, more].filter(Boolean).join('\n\n') };
}
