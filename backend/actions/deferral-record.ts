import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { isOpen } from '../domain/action.js';
import { deferralLifecycle } from '../domain/deferral.js';
import { movesFrom } from '../domain/lifecycle.js';
import type { Action } from './action.entity.js';
import type { ActionDto } from './actions.dto.js';
import type { DeferralDto } from './deferrals.dto.js';

/** How an action's due date has moved, and what I may do about it. */
export async function dueDateOf(
  tx: EntityManager,
  me: Member,
  action: Action,
): Promise<Pick<ActionDto, 'deferrals' | 'mayAskDeferral'>> {
  const isOwner = action.ownerId === me.id;
  const mayMove = me.may('action.reschedule', action.unitId);
  const rows = await deferralsOf(tx, action.id);
  const deferrals = rows.map((row) => {
    const isAsker = row.askedBy.id === me.id;
    const may = { asker: isAsker || isOwner, 'action.reschedule': mayMove && !isAsker };
    const moves = movesFrom(deferralLifecycle, row.state).filter(
      (move) => isOpen(action.state) && may[deferralLifecycle.moves[move].needs],
    );
    return { ...row, moves };
  });
  const isAsked = rows.some(({ state }) => state === 'asked');
  const mayAskDeferral = isOpen(action.state) && isOwner && !mayMove && !isAsked;
  return { deferrals, mayAskDeferral };
}

/** Every move of its due date and every request for one, oldest first. */
function deferralsOf(tx: EntityManager, actionId: string): Promise<Omit<DeferralDto, 'moves'>[]> {
  return tx.query<Omit<DeferralDto, 'moves'>[]>(
    `SELECT d.id, d.from_day AS "from", d.to_day AS "to", d.reason, d.state,
            json_build_object('id', asker.id, 'name', asker.name) AS "askedBy",
            d.asked_at AS "askedAt",
            CASE WHEN decider.id IS NOT NULL
              THEN json_build_object('id', decider.id, 'name', decider.name) END AS "decidedBy",
            d.decided_at AS "decidedAt", d.decision_note AS note
       FROM deferral d
       JOIN person asker ON asker.id = d.asked_by
       LEFT JOIN person decider ON decider.id = d.decided_by
      WHERE d.action_id = $1
      ORDER BY d.asked_at, d.id`,
    [actionId],
  );
}
