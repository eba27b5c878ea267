import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { countRows } from '../database/count.js';
import { isOpen } from '../domain/action.js';
import { priorityBands } from '../domain/priority.js';
import { Action } from './action.entity.js';
import { recurrenceCount } from './recurrence-count.js';
import { awaitingVerdict, checkDueDay } from './to-verify.js';
import type { ActionQuery, ActionSort, ActionSummaryDto } from './actions.dto.js';

const orders: Record<ActionSort, [column: string, direction: 'ASC' | 'DESC']> = {
  dueOn: ['a.dueOn', 'ASC'],
  '-dueOn': ['a.dueOn', 'DESC'],
  '-createdAt': ['a.createdAt', 'DESC'],
};

/**
 * Those that somebody helps with, owns a step of, or is mentioned on. To be looked for with IN, which
 * makes a hash of them; each action would be compared with each of those in an array.
 */
const called = `
  SELECT action_id FROM action_contributor WHERE person_id = :me
  UNION ALL SELECT action_id FROM action_step WHERE owner_id = :me AND removed_at IS NULL
  UNION ALL SELECT c.action_id FROM action_mention m JOIN action_comment c ON c.id = m.comment_id
   WHERE m.person_id = :me`;

/**
 * The actions that I may see: those of my units, and wherever they are those I own or verify, help
 * with or am called to.
 */
export function visibleActions(tx: EntityManager, me: Member): SelectQueryBuilder<Action> {
  return tx
    .createQueryBuilder(Action, 'a')
    .where(
      `(a.unitId = ANY (:unitIds) OR a.ownerId = :me OR a.verifierId = :me OR a.id IN (${called}))`,
      { unitIds: me.unitsFor('action.read'), me: me.id },
    );
}

/** The filters and the order of a list, whichever part of it is read. */
export type ActionFilters = Omit<ActionQuery, 'page' | 'pageSize'>;

/** One page of the actions that I may see and the filters let through. */
export async function searchActions(
  tx: EntityManager,
  me: Member,
  query: ActionQuery,
  today: string,
): Promise<Page<ActionSummaryDto>> {
  const { page, pageSize } = query;
  const found = findActions(tx, me, query, today);
  const total = await countRows(found);
  found.offset((page - 1) * pageSize).limit(pageSize);
  return { items: await summaries(found, today), total, page, pageSize };
}

/** The actions that I may see and the filters let through, as `a`, in the order asked for. */
export function findActions(
  tx: EntityManager,
  me: Member,
  filters: ActionFilters,
  today: string,
): SelectQueryBuilder<Action> {
  const found = visibleActions(tx, me);
  narrow(found, me, filters, today);
  const [column, direction] = orders[filters.sort];
  return found.orderBy(column, direction).addOrderBy('a.id', direction);
}

/** Reads rows of `a` as they stand in a list. */
export async function summaries(
  found: SelectQueryBuilder<Action>,
  today: string,
): Promise<ActionSummaryDto[]> {
  const rows = await found
    .innerJoin('unit', 'u', 'u.id = a.unitId')
    .innerJoin('person', 'o', 'o.id = a.ownerId')
    .select([
      'a.id AS id',
      'a.reference AS reference',
      'a.kind AS kind',
      'a.state AS state',
      'a.title AS title',
      'a.dueOn AS "dueOn"',
      'a.doneOn AS "doneOn"',
      'a.progress AS progress',
      'a.verdict AS verdict',
      'a.verdictOn AS "verdictOn"',
      `CASE WHEN a.state = 'done' THEN ${checkDueDay} END AS "checkDueOn"`,
      `${recurrenceCount} AS recurrences`,
      'u.id AS "unitId"',
      'u.name AS "unitName"',
      'o.id AS "ownerId"',
      'o.name AS "ownerName"',
    ])
    .getRawMany<SummaryRow>();
  return rows.map(({ unitId, unitName, ownerId, ownerName, ...row }) => ({
    ...row,
    unit: { id: unitId, name: unitName },
    owner: { id: ownerId, name: ownerName },
    late: isOpen(row.state) && row.dueOn < today,
  }));
}

interface SummaryRow extends Omit<ActionSummaryDto, 'unit' | 'owner' | 'late'> {
  unitId: string;
  unitName: string;
  ownerId: string;
  ownerName: string;
}

/** Those that still owe their work. */
export const openStates = `a.state IN ('planned', 'in_progress')`;

function narrow(
  found: SelectQueryBuilder<Action>,
  me: Member,
  { state, status, kind, unitId, owner, plan, priority, dueFrom, dueTo, q }: ActionFilters,
  today: string,
): void {
  if (state) found.andWhere('a.state = :state', { state });
  if (status === 'open') found.andWhere(openStates);
  if (status === 'late') found.andWhere(`${openStates} AND a.dueOn < :today`, { today });
  if (status === 'toVerify') awaitingVerdict(found, me, today);
  if (status === 'unsettled') found.andWhere(`a.state IN ('planned', 'in_progress', 'done')`);
  if (kind) found.andWhere('a.kind = :kind', { kind });
  if (plan) found.andWhere('a.planId = :plan', { plan });
  if (owner) found.andWhere('a.ownerId = :owner', { owner: owner === 'me' ? me.id : owner });
  if (priority) {
    const [low, high] = priorityBands[priority];
    found.andWhere('a.priority BETWEEN :low AND :high', { low, high });
  }
  if (dueFrom) found.andWhere('a.dueOn >= :dueFrom', { dueFrom });
  if (dueTo) found.andWhere('a.dueOn <= :dueTo', { dueTo });
  if (unitId) {
    found.andWhere('a.unitId IN (SELECT id FROM unit WHERE :unitId::uuid = ANY (path))', {
      unitId,
    });
  }
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    found.andWhere(
      `boucle_fold(a.reference || ' ' || a.title || ' ' || a.description) LIKE boucle_fold(:pattern)`,
      { pattern },
    );
  }
}
