import type { SelectQueryBuilder } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Action } from './action.entity.js';

/** The day from which an effect may be verified, where its action ends on a day; as `checkDueOn` says. */
export const checkDayAfter = (end: string): string =>
  `greatest(${end}, a.check_on, ${end} + a.check_days + 1)`;

/** The day from which the verifier of an action `a` that is done is asked. */
export const checkDueDay = checkDayAfter('a.done_on');

/**
 * Narrows to what I am to verify today: done, its day come, and named to me, or to nobody where I
 * lead. Nobody is asked about their own work.
 */
export function awaitingVerdict(
  found: SelectQueryBuilder<Action>,
  me: Member,
  today: string,
): SelectQueryBuilder<Action> {
  return found.andWhere(
    `a.state = 'done' AND ${checkDueDay} <= :today AND a.ownerId <> :judge
     AND (a.verifierId = :judge OR a.verifierId IS NULL AND a.unitId = ANY (:judged))`,
    { today, judge: me.id, judged: me.unitsFor('action.verify') },
  );
}
