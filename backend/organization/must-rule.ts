import { IsNull, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Unit } from './unit.entity.js';

/** Rules hold for the whole organisation: whoever changes them holds their role on all of it. */
export async function mustRule(tx: EntityManager, me: Member): Promise<void> {
  const root = await tx.findOneByOrFail(Unit, { parentId: IsNull() });
  me.must('rules.manage', root.id);
}
