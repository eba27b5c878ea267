import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { countRows } from '../database/count.js';
import type { AnalysisQuery, AnalysisSummaryDto } from './analyses.dto.js';
import { Analysis } from './analysis.entity.js';

/** The analyses that I may see. */
export function visibleAnalyses(tx: EntityManager, me: Member): SelectQueryBuilder<Analysis> {
  return tx
    .createQueryBuilder(Analysis, 'a')
    .where('a.unitId = ANY (:unitIds)', { unitIds: me.unitsFor('analysis.read') });
}

/** One page of the analyses that I may see and the filters let through, the last opened first. */
export async function searchAnalyses(
  tx: EntityManager,
  me: Member,
  query: AnalysisQuery,
): Promise<Page<AnalysisSummaryDto>> {
  const { page, pageSize } = query;
  const found = visibleAnalyses(tx, me);
  narrow(found, query);
  const total = await countRows(found);
  found
    .orderBy('a.id', 'DESC')
    .offset((page - 1) * pageSize)
    .limit(pageSize);
  return { items: await summaries(found), total, page, pageSize };
}

async function summaries(found: SelectQueryBuilder<Analysis>): Promise<AnalysisSummaryDto[]> {
  const rows = await found
    .innerJoin('unit', 'u', 'u.id = a.unitId')
    .select([
      'a.id AS id',
      'a.reference AS reference',
      'a.title AS title',
      'a.state AS state',
      'a.heldOn AS "heldOn"',
      'a.concludedOn AS "concludedOn"',
      'u.id AS "unitId"',
      'u.name AS "unitName"',
      '(SELECT count(*)::int FROM analysis_feedback WHERE analysis_id = a.id) AS feedback',
      '(SELECT count(*)::int FROM participant WHERE analysis_id = a.id) AS participants',
      '(SELECT count(*)::int FROM cause WHERE analysis_id = a.id) AS causes',
      `(SELECT count(*)::int FROM cause WHERE analysis_id = a.id AND status = 'verified') AS verified`,
    ])
    .getRawMany<Omit<AnalysisSummaryDto, 'unit'> & { unitId: string; unitName: string }>();
  return rows.map(({ unitId, unitName, ...row }) => ({
    ...row,
    unit: { id: unitId, name: unitName },
  }));
}

function narrow(found: SelectQueryBuilder<Analysis>, { state, unitId, q }: AnalysisQuery): void {
  if (state) found.andWhere('a.state = :state', { state });
  if (unitId) {
    found.andWhere('a.unitId IN (SELECT id FROM unit WHERE :unitId::uuid = ANY (path))', {
      unitId,
    });
  }
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    found.andWhere(
      `boucle_fold(a.reference || ' ' || a.title || ' ' || a.problem) LIKE boucle_fold(:pattern)`,
      { pattern },
    );
  }
}
