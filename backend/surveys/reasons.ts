import type { EntityManager } from 'typeorm';
import { mostReasonsShown } from '../domain/satisfaction.js';
import type { ReasonDto } from './surveys.dto.js';

/** The newest reasons that were given in each of these campaigns. */
export async function reasonsOf(
  tx: EntityManager,
  campaignIds: string[],
): Promise<Map<string, ReasonDto[]>> {
  // Campaign by campaign, so that each reads its index backwards and stops at the last one shown.
  const rows = await tx.query<(ReasonDto & { campaignId: string })[]>(
    `SELECT c.id AS "campaignId", r.smiley, r.comment
       FROM unnest($1::uuid[]) AS c (id)
      CROSS JOIN LATERAL (
        SELECT a.id, a.smiley, a.comment, a.answered_on FROM survey_answer a
         WHERE a.campaign_id = c.id AND a.comment ~ '\\S'
         ORDER BY a.answered_on DESC, a.id LIMIT ${mostReasonsShown}) r
      ORDER BY c.id, r.answered_on DESC, r.id`,
    [campaignIds],
  );
  const told = Map.groupBy(rows, ({ campaignId }) => campaignId);
  return new Map(
    [...told].map(([id, reasons]) => [
      id,
      reasons.map(({ smiley, comment }) => ({ smiley, comment })),
    ]),
  );
}
