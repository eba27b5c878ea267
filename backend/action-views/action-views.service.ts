import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { mayDo } from '../actions/action-record.service.js';
import { findActions, openStates, summaries } from '../actions/action-search.js';
import { Action } from '../actions/action.entity.js';
import type { ActionSummaryDto } from '../actions/actions.dto.js';
import { stepsOf } from '../work/owed-steps.js';
import type { OwedStepDto } from '../work/steps.dto.js';
import { countRows } from '../database/count.js';
import { Tenancy } from '../database/tenancy.js';
import { figuresOf, type ActionFigures, type StateTally } from '../domain/action-figures.js';
import { calendarOf, type Calendar } from '../organization/calendar.js';
import type {
  ActionFiltersQuery,
  DrawnActionDto,
  DrawnDto,
  DrawnQuery,
} from './action-views.dto.js';
import { dependenciesAmong } from './dependencies.service.js';

/** Beyond this many, a board or a line of time shows nothing more to anybody, and weighs. */
const mostDrawn = 500;

/** The list of actions seen otherwise; whichever way, the same filters let the same ones through. */
@Injectable()
export class ActionViews {
  constructor(private readonly tenancy: Tenancy) {}

  count(me: Member, filters: ActionFiltersQuery, now = new Date()): Promise<ActionFigures> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      const tallies = await findActions(tx, me, filters, today)
        .select('a.state', 'state')
        .addSelect('count(*)::int', 'count')
        .addSelect(`count(*) FILTER (WHERE ${openStates} AND a.dueOn < :now)::int`, 'late')
        .addSelect(
          `coalesce(array_agg(a.doneOn - (a.createdAt AT TIME ZONE (SELECT time_zone
             FROM organization WHERE id = boucle_organization()))::date)
             FILTER (WHERE a.doneOn IS NOT NULL), '{}')`,
          'delays',
        )
        .setParameter('now', today)
        .groupBy('a.state')
        .orderBy()
        .getRawMany<StateTally>();
      return figuresOf(tallies);
    });
  }

  /** The steps that are mine in others' actions, as many as a page bears. */
  steps(me: Member, now = new Date()): Promise<OwedStepDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      return stepsOf(tx, me.id, today, 50);
    });
  }

  draw(
    me: Member,
    { seenFrom, seenTo, ...filters }: DrawnQuery,
    now = new Date(),
  ): Promise<DrawnDto> {
    return this.tenancy.within(me, async (tx) => {
      const calendar = await calendarOf(tx, me, now);
      const found = findActions(tx, me, filters, calendar.today);
      const total = await countRows(found);
      const from = seenFrom ?? '-infinity';
      const to = seenTo ?? 'infinity';
      if (seenFrom ?? seenTo) {
        found.andWhere('(a.dueOn BETWEEN :from AND :to OR a.checkOn BETWEEN :from AND :to)', {
          ...{ from, to },
        });
      }
      const seen = (seenFrom ?? seenTo) ? await countRows(found) : total;
      const rows = await summaries(found.limit(mostDrawn), calendar.today);
      const items = await drawable(tx, me, rows, calendar);
      const ids = items.map(({ id }) => id);
      return { items, total, seen, dependencies: await dependenciesAmong(tx, ids) };
    });
  }
}

/** The rows with what a card or a bar needs besides, in the same order. */
async function drawable(
  tx: EntityManager,
  me: Member,
  rows: ActionSummaryDto[],
  { dayOf }: Calendar,
): Promise<DrawnActionDto[]> {
  const actions = await tx.find(Action, {
    where: { id: In(rows.map(({ id }) => id)) },
    select: {
      ...{ organizationId: true, id: true, createdAt: true, startOn: true, checkOn: true },
      ...{
        priority: true,
        state: true,
        unitId: true,
        ownerId: true,
        verifierId: true,
        objectiveId: true,
      },
    },
  });
  const byId = new Map(actions.map((action) => [action.id, action]));
  return rows.flatMap((row) => {
    const action = byId.get(row.id);
    if (!action) return [];
    const { createdAt, startOn, checkOn, priority, objectiveId } = action;
    const { moves, mayReport } = mayDo(me, action);
    const more = { createdOn: dayOf(createdAt), startOn, checkOn, priority, objectiveId };
    return [{ ...row, ...more, moves, mayReport }];
  });
}
