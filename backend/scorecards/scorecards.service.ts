import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import type { ScorecardFigures } from '../domain/scorecard.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Outbox } from '../mail/outbox.js';
import { PublicAddress } from '../mail/public-address.js';
import { countFigures } from './figures.js';
import { officialsToTell } from './officials.js';
import { Scorecard } from './scorecard.entity.js';
import { scorecardLetter } from './scorecards.mails.js';
import type {
  PeriodQuery,
  PublishScorecardDto,
  ScorecardDto,
  ScorecardSummaryDto,
} from './scorecards.dto.js';

/** The pages that elected officials read. */
@Injectable()
export class Scorecards {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly address: PublicAddress,
  ) {}

  /** Those that were published, newest first. */
  async list(me: Member): Promise<ScorecardSummaryDto[]> {
    const found = await this.tenancy.within(me, (tx) => published(tx).getRawMany<ScorecardRow>());
    return found.map(({ comment: _, figures: __, ...row }) => summarize(row));
  }

  /** One of them, as it was when it was published. @throws Refusal `record.unknown`. */
  async read(me: Member, id: string): Promise<ScorecardDto> {
    const row = await this.tenancy.within(me, (tx) =>
      published(tx).where('s.id = :id', { id }).getRawOne<ScorecardRow>(),
    );
    if (!row) throw new Refusal('unknown', 'record.unknown');
    return { ...summarize(row), comment: row.comment, figures: row.figures };
  }

  /** The figures of a period as they stand now, in the units that I may see. */
  current(me: Member, period: PeriodQuery, now = new Date()): Promise<ScorecardFigures> {
    return this.tenancy.within(me, (tx) =>
      figures(tx, me, period, me.unitsFor('scorecard.read'), now),
    );
  }

  /** Freezes the figures of a period, with a comment, and tells whoever reads them, once. */
  publish(me: Member, scorecard: PublishScorecardDto, now = new Date()): Promise<string> {
    return this.tenancy.within(me, async (tx) => {
      const id = newId();
      const { title, from, to, comment } = scorecard;
      await tx.insert(Scorecard, {
        ...{ id, title, comment, fromDay: from, toDay: to, publishedBy: me.id, publishedAt: now },
        figures: await figures(tx, me, scorecard, me.unitsFor('scorecard.publish'), now),
      });
      await this.journal.write(tx, me, 'scorecard.publish', id, { title, from, to });
      const link = this.address.of(`/tableaux-de-bord/${id}`);
      const facts = { title, from, to, comment, publisher: me.name, link };
      const readers = await officialsToTell(tx, me.id);
      await this.outbox.postAll(
        tx,
        me,
        readers.map(({ language, ...reader }) => ({
          language,
          write: (head) => scorecardLetter(head, { ...reader, ...facts }),
        })),
      );
      return id;
    });
  }
}

async function figures(
  tx: EntityManager,
  me: Member,
  { from, to }: PeriodQuery,
  unitIds: string[],
  now: Date,
): Promise<ScorecardFigures> {
  if (to < from) throw new Refusal('invalid', 'period.reversed');
  const { today } = await calendarOf(tx, me, now);
  return countFigures(tx, { unitIds, from, to, today });
}

function published(tx: EntityManager) {
  return tx
    .createQueryBuilder(Scorecard, 's')
    .innerJoin('person', 'p', 'p.id = s.publishedBy')
    .select(['s.id AS id', 's.title AS title', 's.fromDay AS "from"', 's.toDay AS "to"'])
    .addSelect(['s.publishedAt AS "publishedAt"', 'p.name AS "publishedBy"'])
    .addSelect(['s.comment AS comment', 's.figures AS figures'])
    .orderBy('s.publishedAt', 'DESC');
}

interface ScorecardRow extends Omit<ScorecardDto, 'publishedAt'> {
  publishedAt: Date;
}

function summarize(row: Omit<ScorecardRow, 'comment' | 'figures'>): ScorecardSummaryDto {
  const { id, title, from, to, publishedAt, publishedBy } = row;
  return { id, title, from, to, publishedAt: publishedAt.toISOString(), publishedBy };
}
