import type { Day } from '../domain/days.js';
import type { Person } from '../people/person.entity.js';

/** Who hears of what somebody owes: their stand-in while they are away, and nobody without one. */
export function readerFor(
  owner: Person,
  people: Map<string, Person>,
  today: Day,
): Person | undefined {
  if (!isAway(owner, today)) return owner;
  const standIn = people.get(owner.standInId ?? '');
  return standIn && !isAway(standIn, today) ? standIn : undefined;
}

function isAway({ awayFrom, awayUntil }: Person, today: Day): boolean {
  return awayFrom !== null && awayFrom <= today && today <= (awayUntil ?? today);
}
