import type { EntityManager } from 'typeorm';
import type { DeferralToDecideDto } from './deferrals.dto.js';

/**
 * The requests that wait for somebody's decision, those due first at the head: `unitIds` are the
 * units on which that person may move a due date.
 */
export function deferralsToDecide(
  tx: EntityManager,
  { personId, unitIds }: { personId: string; unitIds: string[] },
): Promise<DeferralToDecideDto[]> {
  return tx.query<DeferralToDecideDto[]>(
    `SELECT d.id, json_build_object('id', a.id, 'reference', a.reference, 'title', a.title)
              AS action,
            json_build_object('id', u.id, 'name', u.name) AS unit,
            d.from_day AS "from", d.to_day AS "to", d.reason,
            json_build_object('id', asker.id, 'name', asker.name) AS "askedBy",
            d.asked_at AS "askedAt"
       FROM deferral d
       JOIN action a ON a.id = d.action_id
       JOIN unit u ON u.id = a.unit_id
       JOIN person asker ON asker.id = d.asked_by
      WHERE d.state = 'asked' AND a.state IN ('planned', 'in_progress')
        AND a.unit_id = ANY ($2) AND d.asked_by <> $1
      ORDER BY a.due_on, d.id`,
    [personId, unitIds],
  );
}
