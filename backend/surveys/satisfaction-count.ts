import type { EntityManager } from 'typeorm';
import { satisfactionOf, smileys, type Satisfaction } from '../domain/satisfaction.js';

/** Which answers are counted together. */
export type Grouping = 'campaign' | 'unit' | 'month' | 'all';

export interface CountedSatisfaction {
  /** The campaign's or the unit's id, the ISO month, or nothing. */
  group: string | null;
  satisfaction: Satisfaction;
}

export interface CountedAnswers {
  grouping: Grouping;
  unitIds: string[];
  /** First and last ISO day, both included. */
  from: string;
  to: string;
  surveyId?: string;
}

const groupBy: Record<Grouping, string> = {
  campaign: 'c.id::text',
  unit: 'c.unit_id::text',
  month: `to_char(a.answered_on, 'YYYY-MM')`,
  all: 'NULL::text',
};

/** Counts the smileys that were answered in these units between two days. */
export async function countSatisfaction(
  tx: EntityManager,
  { grouping, unitIds, from, to, surveyId }: CountedAnswers,
): Promise<CountedSatisfaction[]> {
  const counts = smileys.map(
    (smiley) => `count(*) FILTER (WHERE a.smiley = '${smiley}')::int AS ${smiley}`,
  );
  const rows = await tx.query<
    { group: string | null; good: number; medium: number; bad: number }[]
  >(
    `SELECT ${groupBy[grouping]} AS "group", ${counts.join(', ')}
       FROM survey_answer a JOIN campaign c ON c.id = a.campaign_id
      WHERE c.unit_id = ANY ($1) AND a.answered_on BETWEEN $2 AND $3
        AND ($4::uuid IS NULL OR c.survey_id = $4)
      GROUP BY 1 ORDER BY 1`,
    [unitIds, from, to, surveyId ?? null],
  );
  return rows.map(({ group, ...smiled }) => ({ group, satisfaction: satisfactionOf(smiled) }));
}
