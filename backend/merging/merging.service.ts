import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { isSettled } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { headOf } from '../feedback/family.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';

/**
 * Joins what says the same. Nothing is copied nor moved: a duplicate keeps its row, its reporter, its
 * code and its files, and all follows by reference, so that undoing it loses nothing.
 */
@Injectable()
export class Merging {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly journal: Journal,
  ) {}

  /** @throws Refusal `feedback.merge_circle`, or `feedback.merge_settled`. */
  merge(me: Member, id: string, into: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.feedback.peek(tx, me, id);
      await this.feedback.peek(tx, me, into);
      const headId = await lockWithHead(tx, id, into);
      if (headId === id) throw new Refusal('conflict', 'feedback.merge_circle');
      const kept = await this.feedback.find(tx, me, into, 'feedback.merge');
      const head = await this.feedback.find(tx, me, headId, 'feedback.merge');
      // What is over was answered already: whoever says it again would wait for nothing.
      if (isSettled(head.state)) throw new Refusal('conflict', 'feedback.merge_settled');
      const { reference } = await this.feedback.move(tx, me, id, 'merge', () => ({
        changes: { duplicateOf: into, mergedAt: now },
        details: { reference: kept.reference },
      }));
      await this.journal.write(tx, me, 'feedback.join', into, { reference });
    });
  }

  /** Takes a merge back: it stands again where it stood. */
  split(me: Member, id: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const { reference, duplicateOf } = await this.feedback.move(
        ...([tx, me, id, 'split'] as const),
        async (_, feedback) => {
          const kept = await joinedBy(tx, feedback);
          me.must('feedback.merge', kept.unitId);
          const changes = { duplicateOf: null, mergedAt: null };
          return { changes, details: { reference: kept.reference } };
        },
      );
      await this.journal.write(tx, me, 'feedback.leave', duplicateOf ?? '', { reference });
    });
  }
}

function joinedBy(tx: EntityManager, { duplicateOf }: Feedback): Promise<Feedback> {
  return tx.findOneByOrFail(Feedback, { id: duplicateOf ?? '' });
}

/**
 * Locks both and the head that they lead to, in the order of their ids, so that merges that cross
 * wait for each other; gives the head. @throws Refusal `busy` when it has moved meanwhile.
 */
async function lockWithHead(tx: EntityManager, id: string, into: string): Promise<string> {
  const ids = [id, into, await headOf(tx, into)];
  await tx.find(Feedback, {
    select: { organizationId: true, id: true },
    where: { id: In(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const head = await headOf(tx, into);
  if (!ids.includes(head)) throw new Refusal('conflict', 'busy');
  return head;
}
