import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Page, PageQuery } from '../access/page.dto.js';
import { countRows, totalOf } from '../database/count.js';
import type {
  FeedbackPageDto,
  FeedbackQuery,
  FeedbackSort,
  FeedbackSummaryDto,
} from './feedback.dto.js';
import { calendarIn } from '../organization/calendar.js';
import { clocksOf, nextClock, type Clocked } from './feedback-clocks.js';
import { Feedback } from './feedback.entity.js';

type Order = [column: string, direction: 'ASC' | 'DESC', nulls?: 'NULLS LAST'];

// Only a rating or a deadline may be missing; asked for the others, its place would keep them from their index.
const orders: Record<FeedbackSort, Order[]> = {
  '-receivedOn': [['f.receivedOn', 'DESC']],
  receivedOn: [['f.receivedOn', 'ASC']],
  dueOn: [['f.dueOn', 'ASC', 'NULLS LAST']],
  '-criticality': [
    ['f.criticality', 'DESC', 'NULLS LAST'],
    ['f.severity', 'DESC', 'NULLS LAST'],
    ['f.receivedOn', 'DESC'],
  ],
  '-severity': [
    ['f.severity', 'DESC', 'NULLS LAST'],
    ['f.receivedOn', 'DESC'],
  ],
  reference: [['f.reference', 'ASC']],
};

/** Which day it is there: asked with the list, it costs no question of its own. */
const today = '(SELECT (:now::timestamptz AT TIME ZONE time_zone)::date FROM organization)';

/** How words are looked for: as they are; where nothing holds them, as they are nearly spelled. */
export const readings = ['boucle_found', 'boucle_nearly'] as const;
type Reading = (typeof readings)[number];

/** The filters and the order of a list, whichever part of it is read. */
export type FeedbackFilters = Omit<FeedbackQuery, 'page' | 'pageSize'>;

/**
 * One page of the feedback of these units that the filters let through; of what is spelled nearly
 * as was asked, where nothing holds the words themselves.
 */
export async function searchFeedback(
  tx: EntityManager,
  unitIds: string[],
  query: FeedbackQuery,
  now: Date,
): Promise<FeedbackPageDto> {
  const read = (reading: Reading) =>
    readPage(findFeedback(tx, unitIds, query, now, reading), query, now);
  const exact = await read('boucle_found');
  if (exact.total > 0 || !query.q?.trim()) return { ...exact, approximate: false };
  const near = await read('boucle_nearly');
  return { ...near, approximate: near.total > 0 };
}

async function readPage(
  found: SelectQueryBuilder<Feedback>,
  { page, pageSize }: PageQuery,
  now: Date,
): Promise<Page<FeedbackSummaryDto>> {
  const total = totalOf(found);
  const rows = await select(found.clone())
    .addSelect(total, 'total')
    .offset((page - 1) * pageSize)
    .limit(pageSize)
    .getRawMany<SummaryRow & { total: number }>();
  const [first] = rows;
  const pastTheEnd = !first && page > 1;
  return {
    items: shown(rows, now),
    total: pastTheEnd ? await countRows(found) : (first?.total ?? 0),
    page,
    pageSize,
  };
}

/**
 * The feedback of these units that the filters let through at `now`, as `f`, in the order asked for.
 */
export function findFeedback(
  tx: EntityManager,
  unitIds: string[],
  filters: FeedbackFilters,
  now: Date,
  reading: Reading = 'boucle_found',
): SelectQueryBuilder<Feedback> {
  const found = tx
    .createQueryBuilder(Feedback, 'f')
    .where('f.unitId = ANY (:unitIds)', { unitIds });
  narrow(found, filters, now, reading);
  for (const order of orders[filters.sort]) found.addOrderBy(...order);
  return found.addOrderBy('f.id', orders[filters.sort][0]?.[1]);
}

/** Reads rows of `f` as they stand in a list. */
export async function summaries(
  found: SelectQueryBuilder<Feedback>,
  now: Date,
): Promise<FeedbackSummaryDto[]> {
  return shown(await select(found).getRawMany<SummaryRow>(), now);
}

function select(found: SelectQueryBuilder<Feedback>): SelectQueryBuilder<Feedback> {
  return found
    .innerJoin('unit', 'u', 'u.id = f.unitId')
    .leftJoin('theme', 't', 't.id = f.themeId')
    .select([
      'f.id AS id',
      'f.reference AS reference',
      'f.kind AS kind',
      'f.state AS state',
      'f.title AS title',
      'left(f.body, 200) AS excerpt',
      'f.severity AS severity',
      'f.criticality AS criticality',
      'f.channel AS channel',
      'f.reporter AS reporter',
      'f.receivedOn AS "receivedOn"',
      'f.acknowledgeBy AS "acknowledgeBy"',
      'f.acknowledgeBasis AS "acknowledgeBasis"',
      'f.acknowledgedOn AS "acknowledgedOn"',
      'f.answerBy AS "answerBy"',
      'f.answerBasis AS "answerBasis"',
      'f.answeredOn AS "answeredOn"',
      'u.id AS "unitId"',
      'u.name AS "unitName"',
      't.id AS "themeId"',
      't.label AS "themeLabel"',
      // Which day it is there comes along: the clocks cost no other question.
      '(SELECT time_zone FROM organization) AS "timeZone"',
      '(SELECT holiday_region FROM organization) AS "holidayRegion"',
    ]);
}

function shown(rows: SummaryRow[], now: Date): FeedbackSummaryDto[] {
  const [first] = rows;
  if (!first) return [];
  const calendar = calendarIn(first, now);
  return rows.map((row) => ({
    ...{ id: row.id, reference: row.reference, kind: row.kind, state: row.state },
    ...{ title: row.title, excerpt: row.excerpt, channel: row.channel, reporter: row.reporter },
    ...{ severity: row.severity, criticality: row.criticality, receivedOn: row.receivedOn },
    nextClock: nextClock(clocksOf(row, calendar)),
    unit: { id: row.unitId, name: row.unitName },
    theme: row.themeId && row.themeLabel ? { id: row.themeId, label: row.themeLabel } : null,
  }));
}

interface SummaryRow extends Omit<FeedbackSummaryDto, 'unit' | 'theme' | 'nextClock'>, Clocked {
  unitId: string;
  unitName: string;
  themeId: string | null;
  themeLabel: string | null;
  timeZone: string;
  holidayRegion: string | null;
}

function narrow(
  found: SelectQueryBuilder<Feedback>,
  { state, kind, due, unitId, themeId, channel, days, q }: FeedbackFilters,
  now: Date,
  reading: Reading,
): void {
  if (state) found.andWhere('f.state = :state', { state });
  if (due === 'late') found.andWhere(`f.dueOn < ${today}`, { now });
  if (due === 'week') found.andWhere(`f.dueOn BETWEEN ${today} AND ${today} + 7`, { now });
  if (kind) found.andWhere('f.kind = :kind', { kind });
  if (themeId) found.andWhere('f.themeId = :themeId', { themeId });
  if (channel) {
    found.andWhere('(f.channel = :channel OR :channel = ANY (f.otherChannels))', { channel });
  }
  if (unitId) {
    found.andWhere('f.unitId IN (SELECT id FROM unit WHERE :unitId::uuid = ANY (path))', {
      unitId,
    });
  }
  if (days) found.andWhere(`f.receivedOn > ${today} - :days::int`, { now, days });
  if (q?.trim()) found.andWhere(`f.id = ANY (ARRAY(SELECT ${reading}(:q)))`, { q });
}
