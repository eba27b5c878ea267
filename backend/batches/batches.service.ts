import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { batchMaximum, feedbackLifecycle, qualifyingMove } from '../domain/feedback.js';
import { stateAfter } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import { findFeedback } from '../feedback/feedback-search.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Qualification } from '../feedback/qualification.js';
import { Journal } from '../journal/journal.js';
import { sayCode } from '../words/words.js';
import { Batch } from './batch.entity.js';
import { BatchLine, type Snapshot } from './batch-line.entity.js';
import type { BatchChangeDto, BatchDto, ChangeManyDto } from './batches.dto.js';

/** What a change of many may touch, and its undoing gives back. */
const touched = [
  ...(['state', 'stateBefore', 'kind', 'themeId', 'severity', 'frequency', 'unitId'] as const),
  ...(['criticality', 'gridVersion', 'answerOwnerId', 'qualifiedAt'] as const),
  ...(['dismissalReason', 'dismissedAt'] as const),
] as const;

/** Changes of many feedback at once, that can be undone. */
@Injectable()
export class Batches {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly qualification: Qualification,
    private readonly journal: Journal,
  ) {}

  /** Changes each that the law lets through, all in one stroke. */
  change(me: Member, many: ChangeManyDto, language: string, now = new Date()): Promise<BatchDto> {
    refuseEmpty(many);
    return this.tenancy.within(me, async (tx) => {
      const ids = await chosen(tx, me, many, now);
      const batchId = newId();
      const { change } = many;
      await tx.insert(Batch, { id: batchId, personId: me.id, change });
      const refused = await this.each(tx, ids, async (id) => {
        const before = await this.feedback.find(tx, me, id, 'feedback.read');
        await this.changeOne(tx, me, before, change, batchId, now);
        const after = await tx.findOneByOrFail(Feedback, { id });
        const line = { before: pick(before), after: pick(after) };
        await tx.insert(BatchLine, { batchId, feedbackId: id, ...line });
      });
      return report(tx, me, batchId, ids.length, refused, language);
    });
  }

  /** Gives back what nobody has changed since. @throws Refusal `batch.unknown`, `batch.undone`. */
  undo(me: Member, id: string, language: string, now = new Date()): Promise<BatchDto> {
    return this.tenancy.within(me, async (tx) => {
      const where = { id, personId: me.id };
      const batch = await tx.findOne(Batch, { where, lock: { mode: 'pessimistic_write' } });
      if (!batch) throw new Refusal('unknown', 'batch.unknown');
      if (batch.undoneAt) throw new Refusal('conflict', 'batch.undone');
      await tx.update(Batch, { id }, { undoneAt: now });
      const lines = await tx.findBy(BatchLine, { batchId: id });
      const byFeedback = new Map(lines.map((line) => [line.feedbackId, line]));
      const ids = [...byFeedback.keys()].sort();
      const refused = await this.each(tx, ids, async (feedbackId) => {
        const line = byFeedback.get(feedbackId);
        const found = await this.feedback.find(tx, me, feedbackId, 'feedback.qualify');
        const same = JSON.stringify(pick(found)) === JSON.stringify(inOrder(line?.after ?? {}));
        if (!line || !same) throw new Refusal('conflict', 'batch.changed_since');
        await tx.update(Feedback, { id: feedbackId }, line.before);
        await tx.update(BatchLine, { batchId: id, feedbackId }, { undone: true });
        await this.journal.write(tx, me, 'feedback.undo', feedbackId, { batch: id });
      });
      return report(tx, me, id, ids.length, refused, language);
    });
  }

  private async changeOne(
    tx: EntityManager,
    me: Member,
    feedback: Feedback,
    change: BatchChangeDto,
    batch: string,
    now: Date,
  ): Promise<void> {
    const { dismissal, ...choice } = change;
    const details = { ...change, batch };
    if (dismissal) {
      const changes = { dismissalReason: dismissal, dismissedAt: now };
      await this.feedback.move(tx, me, feedback.id, 'dismiss', () => ({ changes, details }));
      return;
    }
    const move = qualifyingMove(feedback.state);
    me.must(feedbackLifecycle.moves[move].needs, feedback.unitId);
    const state = stateAfter(feedbackLifecycle, feedback.state, move);
    const settled = await this.qualification.settlePart(tx, me, feedback, choice, now);
    const { themeId, severity, frequency } = { ...feedback, ...settled };
    // What lacks a part of its qualification still awaits it.
    const whole = themeId && severity && frequency;
    const changes = { ...settled, ...(whole && { state, qualifiedAt: now }) };
    await tx.update(Feedback, { id: feedback.id }, changes);
    const verb = whole ? `feedback.${move}` : 'feedback.sort';
    await this.journal.write(tx, me, verb, feedback.id, { ...details, from: feedback.unitId });
  }

  /** Does something to each, in one order for all so that two never wait for each other. */
  private async each(
    tx: EntityManager,
    ids: string[],
    work: (id: string) => Promise<void>,
  ): Promise<Map<string, Refusal>> {
    const refused = new Map<string, Refusal>();
    for (const id of ids) {
      try {
        await work(id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.set(id, error);
      }
    }
    return refused;
  }
}

/** Refuses what chooses nothing, or changes nothing. */
function refuseEmpty({ ids, filters, change }: ChangeManyDto): void {
  const named = ids !== undefined && ids.length > 0;
  if (named === (filters !== undefined)) throw new Refusal('invalid', 'batch.nothing_chosen');
  const { dismissal, ...choice } = change;
  const choices = Object.values(choice).filter((value) => value !== undefined).length;
  const rated = Boolean(choice.severity) === Boolean(choice.frequency);
  const fits = dismissal === undefined ? choices > 0 && rated : choices === 0;
  if (!fits) throw new Refusal('invalid', 'batch.change_missing');
}

async function chosen(
  tx: EntityManager,
  me: Member,
  { ids, filters }: ChangeManyDto,
  now: Date,
): Promise<string[]> {
  if (!filters) return [...new Set(ids)].sort();
  const found = await findFeedback(tx, me.unitsFor('feedback.read'), filters, now)
    .select('f.id', 'id')
    .limit(batchMaximum + 1)
    .getRawMany<{ id: string }>();
  if (found.length > batchMaximum) {
    throw new Refusal('invalid', 'batch.too_many', { most: batchMaximum });
  }
  return found.map(({ id }) => id).sort();
}

async function report(
  tx: EntityManager,
  me: Member,
  id: string,
  asked: number,
  refused: Map<string, Refusal>,
  language: string,
): Promise<BatchDto> {
  const rows = await tx.find(Feedback, {
    select: { organizationId: true, id: true, reference: true },
    where: { id: In([...refused.keys()]), unitId: In(me.unitsFor('feedback.read')) },
  });
  const references = new Map(rows.map((row) => [row.id, row.reference]));
  return {
    id,
    changed: asked - refused.size,
    skipped: [...refused].map(([feedbackId, { code, details }]) => ({
      ...{ id: feedbackId, reference: references.get(feedbackId) ?? null, code },
      message: sayCode(language, code, details),
    })),
  };
}

/** What it was, as JSON keeps it. */
function pick(feedback: Feedback): Snapshot {
  return inOrder(JSON.parse(JSON.stringify(feedback)) as Snapshot);
}

function inOrder(values: Snapshot): Snapshot {
  return Object.fromEntries(touched.map((name) => [name, values[name] ?? null]));
}
