import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { workRights, type Standing, type WorkRights } from '../domain/action-work.js';
import { Refusal } from '../domain/refusal.js';
import type { Action } from './action.entity.js';

/** Where somebody stands towards an action that they see. */
export async function standingOf(
  tx: EntityManager,
  me: Member,
  { id, state, ownerId, unitId }: Action,
): Promise<Standing> {
  const [found] = await tx.query<{ helps: boolean }[]>(
    `SELECT EXISTS (SELECT FROM action_contributor WHERE action_id = $1 AND person_id = $2)
         OR EXISTS (SELECT FROM action_step
                     WHERE action_id = $1 AND owner_id = $2 AND removed_at IS NULL) AS helps`,
    [id, me.id],
  );
  const leads = me.may('action.edit', unitId);
  return { state, owns: ownerId === me.id, leads, helps: found?.helps ?? false };
}

/** @throws Refusal `permission.missing`, or `move.forbidden` where only the state stands in the way. */
export async function mustWork(
  tx: EntityManager,
  me: Member,
  action: Action,
  deed: keyof WorkRights,
): Promise<void> {
  const standing = await standingOf(tx, me, action);
  if (workRights(standing)[deed]) return;
  if (workRights({ ...standing, state: 'in_progress' })[deed]) {
    throw new Refusal('conflict', 'move.forbidden', { state: action.state });
  }
  throw new Refusal('forbidden', 'permission.missing', { permission: 'action.edit' });
}
