import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Action } from '../actions/action.entity.js';
import { Deferral } from '../actions/deferral.entity.js';
import { addDays } from '../domain/days.js';
import type { Cast } from './seed.js';

/** An action whose date has moved, and one whose owner asks for more time. */
export async function seedDeferrals(
  tx: EntityManager,
  { today, people: { owner, manager } }: Cast,
): Promise<void> {
  const [waiting, moved] = await tx.find(Action, {
    where: { ownerId: owner, state: 'in_progress' },
    order: { dueOn: 'ASC' },
  });
  if (!waiting || !moved) return;
  const at = (daysAgo: number) => new Date(`${addDays(today, -daysAgo)}T12:00:00Z`);
  await tx.insert(Deferral, [
    {
      ...{ id: newId(), actionId: moved.id, askedBy: owner, askedAt: at(20) },
      ...{ fromDay: addDays(moved.dueOn, -21), toDay: moved.dueOn },
      reason: 'Deux familles ne peuvent venir à la réunion qu’après les vacances.',
      ...{ state: 'granted', decidedBy: manager, decidedAt: at(19) },
    },
    {
      ...{ id: newId(), actionId: waiting.id, askedBy: owner, askedAt: at(1) },
      ...{ fromDay: waiting.dueOn, toDay: addDays(waiting.dueOn, 14) },
      reason: 'Les chaises sont livrées dans dix jours ; les tickets sont prêts.',
    },
  ]);
}
