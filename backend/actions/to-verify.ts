import type { SelectQueryBuilder } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Action } from './action.entity.js';

/** The day from which the verifier of an action `a` that is done is asked; as `checkDueOn` says it. */
export const checkDueDay = 'greatest(a.done_on, a.check_on, a.done_on + a.check_days + 1)';

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
