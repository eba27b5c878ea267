import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { OriginDto } from './actions.dto.js';

/** One origin with what its feedback tells the thread. */
export interface OriginRow {
  id: string;
  kind: OriginDto['kind'];
  reference: string | null;
  feedbackId: string | null;
  feedbackReference: string;
  excerpt: string;
  cause: { id: string; wording: string; analysisId: string } | null;
  survey: { id: string; title: string } | null;
  indicator: { id: string; name: string } | null;
  concludedOn: string | null;
  receivedOn: string;
  /** Whether whoever spoke can be told what became of it. */
  reachable: boolean;
  /** When it was last answered, itself or with the one that it joined. */
  answeredOn: string | null;
  qualifiedAt: Date | null;
  answeredAt: Date | null;
}

/** The origins of an action; of a feedback that I may not see, only its reference. */
export function originsOf(tx: EntityManager, me: Member, actionId: string): Promise<OriginRow[]> {
  return tx.query<OriginRow[]>(
    `SELECT o.id, o.kind, coalesce(o.reference, n.reference, s.title, i.name) AS reference,
            CASE WHEN s.id IS NOT NULL
              THEN json_build_object('id', s.id, 'title', s.title) END AS survey,
            CASE WHEN i.id IS NOT NULL
              THEN json_build_object('id', i.id, 'name', i.name) END AS indicator,
            CASE WHEN n.unit_id = ANY ($3)
              THEN json_build_object('id', c.id, 'wording', c.wording, 'analysisId', n.id) END AS cause,
            coalesce(n.concluded_on, (SELECT max(concluded_on) FROM analysis
              JOIN analysis_feedback ON analysis_id = analysis.id
             WHERE feedback_id = f.id)) AS "concludedOn",
            f.reference AS "feedbackReference",
            coalesce(f.answered_on, h.answered_on) AS "answeredOn", f.reachable,
            f.received_on AS "receivedOn", f.qualified_at AS "qualifiedAt",
            CASE WHEN f.unit_id = ANY ($2) THEN f.id END AS "feedbackId",
            CASE WHEN f.unit_id = ANY ($2) THEN left(f.body, 200) ELSE '' END AS excerpt,
            (SELECT max(answered_at) FROM answer WHERE feedback_id = f.id) AS "answeredAt"
       FROM origin o LEFT JOIN feedback f ON f.id = o.feedback_id
       LEFT JOIN feedback h ON h.id = f.duplicate_of
       LEFT JOIN cause c ON c.id = o.cause_id LEFT JOIN analysis n ON n.id = c.analysis_id
       LEFT JOIN survey s ON s.id = o.survey_id LEFT JOIN indicator i ON i.id = o.indicator_id
      WHERE o.action_id = $1 ORDER BY o.id`,
    [actionId, me.unitsFor('feedback.read'), me.unitsFor('analysis.read')],
  );
}

/** An origin as the record shows it. */
export function describeOrigin(row: OriginRow): OriginDto {
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference ?? row.feedbackReference,
    feedback: row.feedbackId
      ? {
          id: row.feedbackId,
          reference: row.feedbackReference,
          excerpt: row.excerpt,
          receivedOn: row.receivedOn,
          answeredOn: row.answeredOn,
          reachable: row.reachable,
        }
      : null,
    cause: row.cause,
    survey: row.survey,
    indicator: row.indicator,
  };
}
