import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import type { RemedyDto } from '../analyses/analyses.dto.js';
import { Outcomes } from '../surveys/outcomes.js';
import { visibleActions } from './action-search.js';

const columns = { survey: 'o.survey_id', indicator: 'o.indicator_id' } as const;

/** Tells surveys and indicators which actions they led to. */
@Injectable()
export class ActionOutcomes extends Outcomes {
  async of(
    tx: EntityManager,
    me: Member,
    kind: 'survey' | 'indicator',
  ): Promise<Map<string, RemedyDto[]>> {
    const rows = await visibleActions(tx, me)
      .innerJoin('origin', 'o', `o.action_id = a.id AND ${columns[kind]} IS NOT NULL`)
      .select([
        `${columns[kind]} AS "from"`,
        'a.id AS id',
        'a.reference AS reference',
        'a.title AS title',
        'a.state AS state',
      ])
      // Two of its points may have led to one action.
      .distinct()
      .orderBy('a.id')
      .getRawMany<RemedyDto & { from: string }>();
    const born = new Map<string, RemedyDto[]>();
    for (const { from, ...action } of rows) born.set(from, [...(born.get(from) ?? []), action]);
    return born;
  }
}
