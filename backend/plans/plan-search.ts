import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Action } from '../actions/action.entity.js';
import { countRows } from '../database/count.js';
import { planProgress, timeElapsed } from '../domain/plan.js';
import { Plan } from './plan.entity.js';
import type { PlanQuery, PlanSummaryDto } from './plans.dto.js';

/** The plans that I may see: those of my units and of the units above, and those I lead. */
export function visiblePlans(tx: EntityManager, me: Member): SelectQueryBuilder<Plan> {
  return tx.createQueryBuilder(Plan, 'p').where(
    `(p.pilotId = :me OR p.unitId IN
        (SELECT unnest(path) FROM unit WHERE id = ANY (:unitIds)))`,
    { unitIds: me.unitsFor('plan.read'), me: me.id },
  );
}

/** One page of the plans that I may see and the filters let through, the next to end first. */
export async function searchPlans(
  tx: EntityManager,
  me: Member,
  query: PlanQuery,
  today: string,
): Promise<Page<PlanSummaryDto>> {
  const { page, pageSize } = query;
  const found = visiblePlans(tx, me);
  narrow(found, query, today);
  const total = await countRows(found);
  found
    .orderBy('p.toDay < :today', 'ASC')
    .addOrderBy('p.toDay', 'ASC')
    .addOrderBy('p.id', 'ASC')
    .setParameter('today', today)
    .offset((page - 1) * pageSize)
    .limit(pageSize);
  return { items: await planSummaries(tx, found, today), total, page, pageSize };
}

/** Reads rows of `p` as they stand in a list: what they count is all of their actions. */
export async function planSummaries(
  tx: EntityManager,
  found: SelectQueryBuilder<Plan>,
  today: string,
): Promise<PlanSummaryDto[]> {
  const rows = await found
    .innerJoin('unit', 'u', 'u.id = p.unitId')
    .innerJoin('person', 'o', 'o.id = p.pilotId')
    .select([
      'p.id AS id',
      'p.reference AS reference',
      'p.title AS title',
      'p.fromDay AS "fromDay"',
      'p.toDay AS "toDay"',
      `json_build_object('id', u.id, 'name', u.name) AS unit`,
      `json_build_object('id', o.id, 'name', o.name) AS pilot`,
    ])
    .getRawMany<Omit<PlanSummaryDto, 'progress' | 'elapsed'>>();
  const actions = await plannedActions(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    progress: planProgress(
      actions.filter(({ planId }) => planId === row.id),
      today,
    ),
    elapsed: timeElapsed(row.fromDay, row.toDay, today),
  }));
}

/** What the figures of plans need of their actions, whoever may see these. */
export function plannedActions(tx: EntityManager, planIds: string[]): Promise<Action[]> {
  return tx.find(Action, {
    where: { planId: In(planIds) },
    select: {
      ...{ organizationId: true, id: true, planId: true, objectiveId: true, state: true },
      ...{ progress: true, weight: true, dueOn: true, cost: true },
    },
  });
}

function narrow(
  found: SelectQueryBuilder<Plan>,
  { status, unitId, q }: PlanQuery,
  today: string,
): void {
  if (status === 'running') found.andWhere('p.toDay >= :today', { today });
  if (status === 'over') found.andWhere('p.toDay < :today', { today });
  if (unitId) {
    found.andWhere('p.unitId IN (SELECT id FROM unit WHERE :unitId::uuid = ANY (path))', {
      unitId,
    });
  }
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    found.andWhere(
      `boucle_fold(p.reference || ' ' || p.title || ' ' || p.description) LIKE boucle_fold(:pattern)`,
      { pattern },
    );
  }
}
