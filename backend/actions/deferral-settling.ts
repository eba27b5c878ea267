import type { EntityManager } from 'typeorm';
import type { DeferralState } from '../domain/deferral.js';
import { Deferral } from './deferral.entity.js';

/** Ends a request, by somebody; whoever does so holds the lock of its action. */
export async function settle(
  tx: EntityManager,
  id: string,
  state: DeferralState,
  by: { id: string },
  now: Date,
  decisionNote: string | null = null,
): Promise<void> {
  const decided = { decidedBy: by.id, decidedAt: now, decisionNote };
  await tx.update(Deferral, { id }, { state, ...decided });
}

/** Once an action owes no work any more, nobody has to decide when it is due. */
export async function dropRequest(
  tx: EntityManager,
  actionId: string,
  by: { id: string },
  now: Date,
): Promise<void> {
  const open = await tx.findOneBy(Deferral, { actionId, state: 'asked' });
  if (open) await settle(tx, open.id, 'withdrawn', by, now);
}
