import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { feedbackLifecycle, isSettled } from '../domain/feedback.js';
import { headOf } from '../feedback/family.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { alike, type Alike } from './alike.js';
import type { AlikeDto, AlikeQuery } from './merging.dto.js';
import { NotAlike } from './not-alike.entity.js';

/** How near a text must be to be shown at all, and how many are shown. */
const nearEnough = 0.2;
const shown = 5;
/** How many are looked at, since some are out of sight, or say the same as another. */
const lookedAt = 40;

/** Who said it before. */
@Injectable()
export class LookAlikes {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly journal: Journal,
  ) {}

  /** What resembles a word that is being written down. */
  ofText(me: Member, { text, unitId }: AlikeQuery): Promise<AlikeDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const found = await alike(tx, text, lookedAt);
      return tell(tx, me, found, { unitId: unitId ?? null, than: null });
    });
  }

  /** What resembles a feedback, but for what was said not to. */
  of(me: Member, id: string): Promise<AlikeDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const { title, body } = await this.feedback.peek(tx, me, id);
      const found = await alike(tx, [title, body].filter(Boolean).join(' '), lookedAt);
      return tell(tx, me, found, { unitId: null, than: { id, headId: await headOf(tx, id) } });
    });
  }

  /** Remembers that these two are not the same, so that the one is not proposed for the other. */
  tellApart(me: Member, id: string, otherId: string): Promise<void> {
    return this.deciding(me, id, otherId, 'feedback.tell_apart', async (tx, pair) => {
      await tx
        .createQueryBuilder()
        .insert()
        .into(NotAlike)
        .values({ ...pair, saidBy: me.id })
        .orIgnore()
        .execute();
    });
  }

  /** Takes that back. */
  takeForAlike(me: Member, id: string, otherId: string): Promise<void> {
    return this.deciding(me, id, otherId, 'feedback.take_for_alike', async (tx, pair) => {
      await tx.delete(NotAlike, pair);
    });
  }

  private deciding(
    me: Member,
    id: string,
    otherId: string,
    verb: string,
    decide: (tx: EntityManager, pair: Pick<NotAlike, 'feedbackId' | 'otherId'>) => Promise<void>,
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const one = await this.feedback.peek(tx, me, id);
      me.must('feedback.merge', one.unitId);
      const other = await this.feedback.peek(tx, me, otherId);
      const [feedbackId = id, last = otherId] = [one.id, other.id].sort();
      if (feedbackId === last) return;
      await decide(tx, { feedbackId, otherId: last });
      await this.journal.write(tx, me, verb, id, { reference: other.reference });
    });
  }
}

interface AlikeRow extends Omit<AlikeDto, 'unit' | 'mayStay' | 'mayJoin'> {
  unitId: string;
  unitName: string;
}

/** Those that I may see, the nearest first; what joined another is told as that other, once. */
async function tell(
  tx: EntityManager,
  me: Member,
  found: Alike[],
  { unitId, than }: { unitId: string | null; than: { id: string; headId: string } | null },
): Promise<AlikeDto[]> {
  const near = found.filter(({ similarity }) => similarity >= nearEnough);
  if (near.length === 0) return [];
  const rows = await tx.query<AlikeRow[]>(
    `WITH RECURSIVE line AS (
       SELECT f.id, f.duplicate_of, near.similarity
         FROM unnest($1::uuid[], $2::float8[]) AS near (id, similarity)
         JOIN feedback f ON f.id = near.id
       UNION
       SELECT f.id, f.duplicate_of, similarity
         FROM line JOIN feedback f ON f.id = line.duplicate_of
     ), heads AS (
       SELECT id, max(similarity) AS similarity FROM line WHERE duplicate_of IS NULL GROUP BY id
     )
     SELECT f.id, f.reference, f.kind, f.state, left(f.body, 200) AS excerpt,
            f.received_on AS "receivedOn", f.answered_on AS "answeredOn",
            u.id AS "unitId", u.name AS "unitName", similarity,
            (WITH RECURSIVE family AS (
               SELECT f.id
               UNION
               SELECT j.id FROM family JOIN feedback j ON j.duplicate_of = family.id
             ) SELECT count(*)::int FROM family) AS people
       FROM heads
       JOIN feedback f ON f.id = heads.id
       JOIN unit u ON u.id = f.unit_id
      WHERE f.unit_id = ANY ($3)
        AND ($4::uuid IS NULL OR $4 = ANY (u.path))
        AND f.id IS DISTINCT FROM $5::uuid AND f.id IS DISTINCT FROM $6::uuid
        AND NOT EXISTS (SELECT FROM not_alike n
          WHERE n.feedback_id = least(f.id, $5) AND n.other_id = greatest(f.id, $5))
      ORDER BY similarity DESC, f.received_on DESC, f.id LIMIT ${shown}`,
    [
      near.map(({ id }) => id),
      near.map(({ similarity }) => similarity),
      me.unitsFor('feedback.read'),
      unitId,
      than?.id ?? null,
      than?.headId ?? null,
    ],
  );
  return rows.map(({ unitId: id, unitName: name, ...row }) => ({
    ...row,
    unit: { id, name },
    mayStay: !isSettled(row.state) && me.may('feedback.merge', id),
    mayJoin: feedbackLifecycle.moves.merge.from.includes(row.state) && me.may('feedback.merge', id),
  }));
}
