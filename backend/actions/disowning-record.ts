import type { Member } from '../access/member.js';
import type { Action } from './action.entity.js';
import type { DisowningDto } from './action-work.dto.js';

/** That its owner said an action is not theirs, and what I may do about it. */
export function disowningOf(me: Member, action: Action): DisowningDto | null {
  const { disownedOn, disownedNote, ownerId, unitId } = action;
  if (disownedOn === null || disownedNote === null) return null;
  const mine = ownerId === me.id;
  const mayDecide = !mine && me.may('action.edit', unitId);
  return { on: disownedOn, note: disownedNote, mayDecide, mine };
}
