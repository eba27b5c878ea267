import { IsNull, type EntityManager } from 'typeorm';
import { Refusal } from '../domain/refusal.js';
import { Transfer } from './transfer.entity.js';
import type { PublicTransferDto, TransferDto } from './transfer.dto.js';

/** Where it was sent, oldest first. */
export async function transfersOf(
  tx: EntityManager,
  feedbackId: string,
  today: string,
): Promise<TransferDto[]> {
  return tx.query<TransferDto[]>(
    `SELECT t.id, coalesce(t.partner, there.name) AS to, t.partner IS NOT NULL AS "toPartner",
            t.contact, here.name AS from, t.reason, sender.name AS "sentBy", t.sent_on AS "sentOn",
            t.ask_on AS "askOn", t.outcome IS NULL AND coalesce(t.ask_on <= $2, false) AS "toAsk",
            t.outcome, t.outcome_note AS note, settler.name AS "settledBy",
            t.settled_on AS "settledOn"
       FROM transfer t
       JOIN unit here ON here.id = t.from_unit_id
       LEFT JOIN unit there ON there.id = t.to_unit_id
       JOIN person sender ON sender.id = t.sent_by
       LEFT JOIN person settler ON settler.id = t.settled_by
      WHERE t.feedback_id = $1 ORDER BY t.id`,
    [feedbackId, today],
  );
}

/**
 * Whoever resolves what was sent to their unit has received it there; of a partner, only they know.
 * @throws Refusal `transfer.unsettled` until it is told whether a partner received it.
 */
export async function arriveResolved(
  tx: EntityManager,
  by: { id: string },
  feedbackId: string,
  today: string,
): Promise<void> {
  const underWay = await tx.findOneBy(Transfer, { feedbackId, outcome: IsNull() });
  if (!underWay) return;
  if (underWay.partner) throw new Refusal('conflict', 'transfer.unsettled');
  const settled = { outcome: 'received', settledBy: by.id, settledOn: today } as const;
  await tx.update(Transfer, { id: underWay.id }, settled);
}

/** The partner outside who takes care of it now; null where none does. */
export async function partnerOf(
  tx: EntityManager,
  feedbackId: string,
): Promise<PublicTransferDto | null> {
  const [found] = await tx.query<PublicTransferDto[]>(
    `SELECT t.partner, t.contact, t.sent_on AS "sentOn"
       FROM transfer t JOIN feedback f ON f.id = t.feedback_id
      WHERE t.feedback_id = $1 AND t.partner IS NOT NULL
        AND (t.outcome = 'received' OR t.outcome IS NULL)
        AND f.state IN ('transferred', 'resolved', 'closed')
      ORDER BY t.id DESC LIMIT 1`,
    [feedbackId],
  );
  return found ?? null;
}
