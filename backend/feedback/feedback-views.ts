import type { EntityManager } from 'typeorm';
import type { ViewDto } from './answering.dto.js';

/** Notes that somebody reads it; the first time stays, the last one moves. */
export async function noteView(
  tx: EntityManager,
  feedbackId: string,
  personId: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO feedback_view (feedback_id, person_id, first_at, last_at) VALUES ($1, $2, $3, $3)
     ON CONFLICT (organization_id, feedback_id, person_id)
     DO UPDATE SET last_at = greatest(feedback_view.last_at, excluded.last_at)`,
    [feedbackId, personId, now],
  );
}

/** Who read it, the last first. */
export async function viewsOf(tx: EntityManager, feedbackId: string): Promise<ViewDto[]> {
  const rows = await tx.query<{ who: string; firstAt: Date; lastAt: Date }[]>(
    `SELECT p.name AS who, v.first_at AS "firstAt", v.last_at AS "lastAt"
       FROM feedback_view v JOIN person p ON p.id = v.person_id
      WHERE v.feedback_id = $1 ORDER BY v.last_at DESC, p.name`,
    [feedbackId],
  );
  return rows.map(({ who, firstAt, lastAt }) => ({
    who,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }));
}
