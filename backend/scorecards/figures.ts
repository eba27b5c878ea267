import type { EntityManager } from 'typeorm';
import { feedbackKinds, type FeedbackKind } from '../domain/feedback.js';
import { protectParts } from '../domain/satisfaction.js';
import type { ActionFigures, ScorecardFigures } from '../domain/scorecard.js';
import { Unit } from '../organization/unit.entity.js';
import { countSatisfaction } from '../surveys/satisfaction-count.js';

/** What is counted: some units, from one ISO day to another, both included. */
export interface Scope {
  unitIds: string[];
  from: string;
  to: string;
  today: string;
}

/** Counts everything that a scorecard shows. */
export async function countFigures(tx: EntityManager, scope: Scope): Promise<ScorecardFigures> {
  return {
    feedback: await countFeedback(tx, scope),
    loop: await countLoop(tx, scope),
    actions: await countActions(tx, scope),
    satisfaction: await countAnswers(tx, scope),
  };
}

async function countFeedback(
  tx: EntityManager,
  { unitIds, from, to }: Scope,
): Promise<ScorecardFigures['feedback']> {
  const perKind = feedbackKinds.map(
    (kind) => `count(*) FILTER (WHERE f.kind = '${kind}')::int AS ${kind}`,
  );
  const rows = await tx.query<({ unit: string; total: number } & Record<FeedbackKind, number>)[]>(
    `SELECT u.name AS unit, count(*)::int AS total, ${perKind.join(', ')}
       FROM feedback f JOIN unit u ON u.id = f.unit_id
      WHERE f.unit_id = ANY ($1) AND f.received_on BETWEEN $2 AND $3
      GROUP BY u.path, u.name ORDER BY u.path`,
    [unitIds, from, to],
  );
  return rows.map(({ unit, total, ...counts }) => ({ unit, total, counts }));
}

/** The farthest point that each feedback of the period has reached. */
async function countLoop(
  tx: EntityManager,
  { unitIds, from, to }: Scope,
): Promise<ScorecardFigures['loop']> {
  const [loop] = await tx.query<[ScorecardFigures['loop']]>(
    `WITH reached AS (
       SELECT CASE
           WHEN EXISTS (SELECT FROM answer WHERE feedback_id = f.id) THEN 'answer'
           WHEN EXISTS (SELECT FROM origin o JOIN action a ON a.id = o.action_id
             WHERE o.feedback_id = f.id AND a.state = 'verified') THEN 'effect'
           WHEN EXISTS (SELECT FROM origin o JOIN action a ON a.id = o.action_id
             WHERE o.feedback_id = f.id AND a.state <> 'cancelled') THEN 'action'
           WHEN f.qualified_at IS NOT NULL OR EXISTS (SELECT FROM analysis_feedback af
             JOIN analysis n ON n.id = af.analysis_id
             WHERE af.feedback_id = f.id AND n.state = 'concluded') THEN 'analysis'
           ELSE 'voice' END AS point
         FROM feedback f
        WHERE f.unit_id = ANY ($1) AND f.received_on BETWEEN $2 AND $3)
     SELECT count(*) FILTER (WHERE point = 'voice')::int AS voice,
            count(*) FILTER (WHERE point = 'analysis')::int AS analysis,
            count(*) FILTER (WHERE point = 'action')::int AS action,
            count(*) FILTER (WHERE point = 'effect')::int AS effect,
            count(*) FILTER (WHERE point = 'answer')::int AS answer
       FROM reached`,
    [unitIds, from, to],
  );
  return loop;
}

/** The actions due in the period; one that was cancelled is neither on time nor late: it is not done. */
async function countActions(
  tx: EntityManager,
  { unitIds, from, to, today }: Scope,
): Promise<ActionFigures> {
  const [figures] = await tx.query<[ActionFigures]>(
    `SELECT count(*) FILTER (WHERE state <> 'cancelled')::int AS due,
            count(*) FILTER (WHERE state <> 'cancelled' AND done_on <= due_on)::int AS "doneOnTime",
            count(*) FILTER (WHERE state <> 'cancelled' AND done_on > due_on)::int AS "doneLate",
            count(*) FILTER (WHERE state IN ('planned', 'in_progress') AND due_on < $4)::int AS late,
            count(*) FILTER (WHERE state IN ('planned', 'in_progress') AND due_on >= $4)::int
              AS "notYetDue",
            count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled
       FROM action WHERE unit_id = ANY ($1) AND due_on BETWEEN $2 AND $3`,
    [unitIds, from, to, today],
  );
  return figures;
}

async function countAnswers(
  tx: EntityManager,
  { unitIds, from, to }: Scope,
): Promise<ScorecardFigures['satisfaction']> {
  const answers = { unitIds, from, to };
  const all = await countSatisfaction(tx, { grouping: 'all', ...answers });
  const perUnit = await countSatisfaction(tx, { grouping: 'unit', ...answers });
  const units = await tx.find(Unit);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return [...all, ...protectParts(perUnit)].map(({ group, satisfaction }) => ({
    unit: group === null ? null : (nameOf.get(group) ?? ''),
    satisfaction,
  }));
}
