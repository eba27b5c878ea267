import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import {
  closingObstacles,
  feedbackLifecycle,
  isAside,
  qualifyingMove,
  refuseObstacles,
  resolutionObstacles,
  type FeedbackMove,
  type Outcome,
} from '../domain/feedback.js';
import { stateAfter } from '../domain/lifecycle.js';
import type { Permission } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { Outbox } from '../mail/outbox.js';
import { calendarOf } from '../organization/calendar.js';
import { Units } from '../organization/units.service.js';
import type { NamedDto } from '../people/people.dto.js';
import { whoMay } from '../people/who-may.js';
import { Consequences } from './consequences.js';
import { answering, followersOf, withJoined } from './family.js';
import { searchFeedback } from './feedback-search.js';
import type { FeedbackPageDto, FeedbackQuery, ResolveFeedbackDto } from './feedback.dto.js';
import type { QualifyFeedbackDto } from './qualification.dto.js';
import { Feedback } from './feedback.entity.js';
import { Qualification } from './qualification.js';
import { closingLetter } from './feedback.mails.js';
import { FollowUpLinks } from './follow-up-links.js';
import { arriveResolved } from './transfer-record.js';

/** What a move changes besides the state, and what the journal keeps of it. */
interface Deed {
  changes?: Partial<Omit<Feedback, 'sourceRecord'>>;
  details?: Record<string, unknown>;
  /** What the journal calls it; the move's own name unless said. */
  verb?: string;
}

type Work = (tx: EntityManager, feedback: Feedback) => Deed | Promise<Deed>;

/** What becomes of a feedback. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly consequences: Consequences,
    private readonly units: Units,
    private readonly qualification: Qualification,
    private readonly links: FollowUpLinks,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** One page of what the filters let through, among what I may see. */
  list(me: Member, query: FeedbackQuery, now = new Date()): Promise<FeedbackPageDto> {
    return this.tenancy.within(me, (tx) =>
      searchFeedback(tx, me.unitsFor('feedback.read'), query, now),
    );
  }

  /** Who may answer in a unit. */
  answerOwners(me: Member, unitId: string): Promise<NamedDto[]> {
    return this.tenancy.within(me, (tx) => whoMay(tx, 'feedback.answer', unitId));
  }

  /** Settles what it is about, how severe and frequent it is, whose it is and who answers. */
  qualify(me: Member, id: string, choice: QualifyFeedbackDto, now = new Date()): Promise<void> {
    const move = ({ state }: Feedback) => qualifyingMove(state);
    return this.moving(me, id, move, async (tx, feedback) => {
      const changes = await this.qualification.settle(tx, me, feedback, choice, now);
      return { changes, details: { ...choice, from: feedback.unitId } };
    });
  }

  /** Sets it aside, with a reason that the reporter can read. */
  dismiss(me: Member, id: string, reason: string, now = new Date()): Promise<void> {
    const changes = { dismissalReason: reason, dismissedAt: now };
    return this.moving(me, id, 'dismiss', () => ({ changes, details: { reason } }));
  }

  /** Takes a dismissal back. */
  restore(me: Member, id: string): Promise<void> {
    const changes = { dismissalReason: null, dismissedAt: null };
    return this.moving(me, id, 'restore', () => ({ changes }));
  }

  /** Ends the work: an action was done, or it is written why none is needed. */
  resolve(
    me: Member,
    id: string,
    { decision }: ResolveFeedbackDto,
    now = new Date(),
  ): Promise<void> {
    return this.moving(me, id, 'resolve', async (tx, feedback) => {
      const changes = { decision: decision ?? feedback.decision };
      refuseObstacles(resolutionObstacles(await this.outcome(tx, { ...feedback, ...changes })));
      const { today } = await calendarOf(tx, me, now);
      if (feedback.state === 'transferred') await arriveResolved(tx, me, id, today);
      return { changes, details: { decision } };
    });
  }

  /** Closes it, once its gates are open, and asks whoever spoke whether it was useful. */
  close(me: Member, id: string): Promise<void> {
    return this.moving(me, id, 'close', async (tx, feedback) => {
      refuseObstacles(closingObstacles(await this.outcome(tx, feedback)));
      for (const follower of await followersOf(tx, await withJoined(tx, id))) {
        const link = await this.links.followUp(tx, me, follower.id, follower.language);
        await this.outbox.post(tx, me, follower.language, (head) =>
          closingLetter(head, { ...follower, link }),
        );
      }
      return {};
    });
  }

  reopen(me: Member, id: string): Promise<void> {
    return this.moving(me, id, 'reopen');
  }

  /**
   * Makes a move in the transaction of its cause, where another room decides it: an action that is
   * opened, finished or resumed.
   */
  async follow(
    tx: EntityManager,
    by: { id: string },
    feedback: Feedback,
    move: FeedbackMove,
  ): Promise<void> {
    const state = stateAfter(feedbackLifecycle, feedback.state, move);
    if (state === feedback.state) return;
    await tx.update(Feedback, { id: feedback.id }, { state });
    await this.journal.write(tx, by, `feedback.${move}`, feedback.id);
  }

  /** Loads and locks it. @throws Refusal `feedback.unknown`, or `permission.missing`. */
  find(tx: EntityManager, me: Member, id: string, permission: Permission): Promise<Feedback> {
    return this.load(visible(tx, me, id).setLock('pessimistic_write'), me, permission);
  }

  /** Loads it to be read, whoever may be changing it. @throws Refusal as `find` does. */
  peek(tx: EntityManager, me: Member, id: string): Promise<Feedback> {
    return this.load(visible(tx, me, id), me, 'feedback.read');
  }

  private async load(
    found: SelectQueryBuilder<Feedback>,
    me: Member,
    permission: Permission,
  ): Promise<Feedback> {
    const feedback = await found.getOne();
    if (!feedback) throw new Refusal('unknown', 'feedback.unknown');
    me.must(permission, feedback.unitId);
    return feedback;
  }

  /** What the gates look at: what was done and said for all those who joined it. */
  async outcome(tx: EntityManager, { id, decision }: Feedback): Promise<Outcome> {
    const actions = await this.consequences.of(tx, await withJoined(tx, id), '');
    const { reachable, answered } = await answering(tx, id);
    return { actions: actions.map(({ state }) => state), decision, reachable, answered };
  }

  /** Makes a move that `work` may refuse, with what it changes, in one stroke; gives it as it was. */
  async move(
    tx: EntityManager,
    me: Member,
    id: string,
    asked: FeedbackMove | ((feedback: Feedback) => FeedbackMove),
    work: Work = () => ({}),
  ): Promise<Feedback> {
    const feedback = await this.find(tx, me, id, 'feedback.read');
    const move = typeof asked === 'string' ? asked : asked(feedback);
    me.must(feedbackLifecycle.moves[move].needs, feedback.unitId);
    const state = stateAfter(feedbackLifecycle, feedback.state, move, feedback.stateBefore);
    const { changes, details, verb = `feedback.${move}` } = await work(tx, feedback);
    const stateBefore = isAside(state) ? feedback.state : null;
    await tx.update(Feedback, { id }, { ...changes, state, stateBefore });
    await this.journal.write(tx, me, verb, id, details);
    return feedback;
  }

  private async moving(
    me: Member,
    id: string,
    asked: FeedbackMove | ((feedback: Feedback) => FeedbackMove),
    work?: Work,
  ): Promise<void> {
    await this.tenancy.within(me, (tx) => this.move(tx, me, id, asked, work));
  }
}

function visible(tx: EntityManager, me: Member, id: string): SelectQueryBuilder<Feedback> {
  return tx
    .createQueryBuilder(Feedback, 'f')
    .where('f.id = :id', { id })
    .andWhere('f.unitId = ANY (:unitIds)', { unitIds: me.unitsFor('feedback.read') });
}
