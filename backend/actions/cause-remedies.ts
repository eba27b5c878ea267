import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { RemedyDto } from '../analyses/analyses.dto.js';
import { Remedies } from '../analyses/remedies.js';
import { visibleActions } from './action-search.js';

/** Tells an analysis which actions its causes led to. */
@Injectable()
export class CauseRemedies extends Remedies {
  async of(tx: EntityManager, me: Member, analysisId: string): Promise<Map<string, RemedyDto[]>> {
    const rows = await visibleActions(tx, me)
      .innerJoin('origin', 'origin', 'origin.action_id = a.id')
      .innerJoin('cause', 'cause', 'cause.id = origin.cause_id')
      .andWhere('cause.analysis_id = :analysisId', { analysisId })
      .select([
        'cause.id AS "causeId"',
        'a.id AS id',
        'a.reference AS reference',
        'a.title AS title',
        'a.state AS state',
      ])
      .orderBy('a.id')
      .getRawMany<RemedyDto & { causeId: string }>();
    const byCause = new Map<string, RemedyDto[]>();
    for (const { causeId, ...remedy } of rows) {
      byCause.set(causeId, [...(byCause.get(causeId) ?? []), remedy]);
    }
    return byCause;
  }
}
