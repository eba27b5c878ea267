import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { visibleActions } from '../actions/action-search.js';
import { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { refuseOwnVerdict } from '../domain/action.js';
import { Refusal } from '../domain/refusal.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { echoesOf, toLookAt } from './echoes.js';
import type { RecurrenceDto, RecurrenceOfDto } from './effect.dto.js';
import { Recurrence } from './recurrence.entity.js';

/** How many words are compared in one transaction, and in one turn of the clock. */
const together = 20;
const mostInATurn = 1000;

/** What comes back after an action was done. */
@Injectable()
export class Recurrences {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly feedback: FeedbackService,
    private readonly journal: Journal,
  ) {}

  /** Compares what came in since the last turn with what led to the actions done; gives how many flags. */
  async sweep(now = new Date()): Promise<number> {
    let flagged = 0;
    await this.tenancy.each(async (tenant) => {
      for (let looked = 0; looked < mostInATurn; looked += together) {
        const turn = await this.tenancy.within(tenant, (tx) => this.look(tx, tenant, now));
        flagged += turn.flagged;
        if (turn.looked < together) break;
      }
    });
    return flagged;
  }

  private async look(
    tx: EntityManager,
    tenant: Tenant,
    now: Date,
  ): Promise<{ looked: number; flagged: number }> {
    const { today } = await calendarOf(tx, tenant, now);
    const found = await toLookAt(tx, today, together);
    let flagged = 0;
    for (const feedbackId of found) {
      const [mine] = await tx.query<unknown[]>(
        `INSERT INTO recurrence_look (feedback_id) VALUES ($1) ON CONFLICT DO NOTHING
         RETURNING feedback_id`,
        [feedbackId],
      );
      if (!mine) continue;
      for (const echo of await echoesOf(tx, feedbackId, today)) {
        await tx.insert(Recurrence, { ...echo, feedbackId, seenAt: now });
        await this.journal.write(tx, null, 'action.recur', echo.actionId, {
          reference: await referenceOf(tx, feedbackId),
        });
        flagged += 1;
      }
    }
    return { looked: found.length, flagged };
  }

  /** What came back after this action, the last first. */
  of(tx: EntityManager, me: Member, { id, doneOn }: Action): Promise<RecurrenceDto[]> {
    return tx.query<RecurrenceDto[]>(
      `SELECT f.id AS "feedbackId", f.reference, u.name AS "unitName",
              f.received_on AS "receivedOn",
              CASE WHEN f.unit_id = ANY ($3) THEN left(f.body, 200) END AS excerpt,
              CASE WHEN r.dismissed_at IS NOT NULL
                THEN json_build_object('who', p.name, 'why', r.dismissed_why) END AS dismissed
         FROM recurrence r JOIN feedback f ON f.id = r.feedback_id JOIN unit u ON u.id = f.unit_id
         LEFT JOIN person p ON p.id = r.dismissed_by
        WHERE r.action_id = $1 AND f.received_on > $2
          AND f.kind <> 'compliment' AND f.state <> 'dismissed'
        ORDER BY f.received_on DESC, f.id DESC`,
      [id, doneOn, me.unitsFor('feedback.read')],
    );
  }

  /** The actions that I may see and whose trouble this feedback tells again. */
  tells(me: Member, feedbackId: string): Promise<RecurrenceOfDto[]> {
    return this.tenancy.within(me, async (tx) => {
      await this.feedback.peek(tx, me, feedbackId);
      const told = await visibleActions(tx, me)
        .innerJoin(Recurrence, 'r', 'r.actionId = a.id')
        .innerJoin('feedback', 'f', 'f.id = r.feedbackId')
        .andWhere('r.feedbackId = :feedbackId AND r.dismissedAt IS NULL', { feedbackId })
        .andWhere(`a.done_on < f.received_on AND a.state IN ('done', 'verified')`)
        .orderBy('a.id')
        .getMany();
      return told.map(({ id, reference, title, doneOn }) => ({
        ...{ id, reference, title, doneOn: doneOn ?? '' },
      }));
    });
  }

  /** Whoever verifies it, or leads there; never its owner, whose work it belies. */
  mayDismiss(me: Member, { ownerId, verifierId, unitId }: Action): boolean {
    return ownerId !== me.id && (verifierId === me.id || me.may('action.verify', unitId));
  }

  /** Says that a feedback is not the same after all. */
  dismiss(me: Member, id: string, feedbackId: string, why?: string): Promise<void> {
    const said = { dismissedBy: me.id, dismissedAt: new Date(), dismissedWhy: why ?? null };
    return this.decide(me, id, feedbackId, said, 'action.dismiss_recurrence');
  }

  /** Takes that back. */
  restore(me: Member, id: string, feedbackId: string): Promise<void> {
    const unsaid = { dismissedBy: null, dismissedAt: null, dismissedWhy: null };
    return this.decide(me, id, feedbackId, unsaid, 'action.restore_recurrence');
  }

  private decide(
    me: Member,
    actionId: string,
    feedbackId: string,
    decision: Pick<Recurrence, 'dismissedBy' | 'dismissedAt' | 'dismissedWhy'>,
    verb: string,
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      refuseOwnVerdict(action.ownerId, me.id);
      if (!this.mayDismiss(me, action)) me.must('action.verify', action.unitId);
      const flag = await tx.findOneBy(Recurrence, { actionId, feedbackId });
      if (!flag) throw new Refusal('unknown', 'record.unknown');
      if ((flag.dismissedAt === null) === (decision.dismissedAt === null)) return;
      await tx.update(Recurrence, { actionId, feedbackId }, decision);
      const reference = await referenceOf(tx, feedbackId);
      await this.journal.write(tx, me, verb, actionId, { reference, why: decision.dismissedWhy });
    });
  }
}

async function referenceOf(tx: EntityManager, feedbackId: string): Promise<string> {
  const [found] = await tx.query<{ reference: string }[]>(
    'SELECT reference FROM feedback WHERE id = $1',
    [feedbackId],
  );
  return found?.reference ?? '';
}
