import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Doors } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { Attachments } from '../attachments/attachments.service.js';
import { Tenancy } from '../database/tenancy.js';
import { closingObstacles, feedbackLifecycle } from '../domain/feedback.js';
import { movesFrom } from '../domain/lifecycle.js';
import { mailProblemOf, type MailProblem } from '../domain/mail-problem.js';
import { Journal } from '../journal/journal.js';
import { AddressTrouble } from '../mail/address-trouble.entity.js';
import { Letter } from '../mail/letter.entity.js';
import { calendarOf } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { Theme } from '../organization/theme.entity.js';
import { Unit } from '../organization/unit.entity.js';
import { Person } from '../people/person.entity.js';
import { Answer } from './answer.entity.js';
import { Consequences } from './consequences.js';
import { lineage, relativesOf, withJoined } from './family.js';
import { clocksOf } from './feedback-clocks.js';
import type { AnswerDto, FeedbackDto } from './feedback.dto.js';
import type { FollowUpDto } from './follow-up.dto.js';
import type { UsefulnessDto } from './answering.dto.js';
import { noteView, viewsOf } from './feedback-views.js';
import { Feedback, pseudonymColumn } from './feedback.entity.js';
import { FeedbackService } from './feedback.service.js';
import { feedbackThread } from './feedback.thread.js';
import { Reporter } from './reporter.entity.js';
import type { StudyDto } from './studies.dto.js';
import { Studies, type Study } from './studies.js';
import { Usefulness } from './usefulness.entity.js';
import { partnerOf, transfersOf } from './transfer-record.js';

/** The record of one feedback, as a member or as whoever spoke sees it. */
@Injectable()
export class FeedbackRecords {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly feedback: FeedbackService,
    private readonly consequences: Consequences,
    private readonly attachments: Attachments,
    private readonly studies: Studies,
    private readonly journal: Journal,
    private readonly doors: Doors,
  ) {}

  /** Everything that I may see of it. */
  read(me: Member, id: string, now = new Date()): Promise<FeedbackDto> {
    return this.tenancy.within(me, async (tx) => {
      const feedback = await this.feedback.peek(tx, me, id);
      await noteView(tx, id, me.id, now);
      const calendar = await calendarOf(tx, me, now);
      const { today, dayOf } = calendar;
      const unit = await tx.findOneByOrFail(Unit, { id: feedback.unitId });
      const theme = feedback.themeId
        ? await tx.findOneByOrFail(Theme, { id: feedback.themeId })
        : null;
      const owner = feedback.answerOwnerId
        ? await tx.findOneByOrFail(Person, { id: feedback.answerOwnerId })
        : null;
      const mayKnow = me.may('reporter.read', feedback.unitId);
      const reporter = mayKnow ? await tx.findOneBy(Reporter, { feedbackId: id }) : null;
      const relatives = await relativesOf(tx, me, feedback);
      const below = await withJoined(tx, id);
      const known = await readable(tx, below, me.unitsFor('reporter.read'));
      const answers = await answersTo(tx, [id]);
      const actions = await this.consequences.of(tx, below, today);
      const seen = await this.consequences.inSight(
        tx,
        me,
        actions.map((action) => action.id),
      );
      const studies = await this.studies.of(tx, below);
      const outcome = await this.feedback.outcome(tx, feedback);
      return {
        id,
        reference: feedback.reference,
        kind: feedback.kind,
        state: feedback.state,
        title: feedback.title,
        body: feedback.body,
        unit: { id: unit.id, name: unit.name },
        theme: theme && { id: theme.id, label: theme.label },
        severity: feedback.severity,
        frequency: feedback.frequency,
        criticality: feedback.criticality,
        gridVersion: feedback.gridVersion,
        answerOwner: owner && { id: owner.id, name: owner.name },
        channel: feedback.channel,
        otherChannels: feedback.otherChannels,
        reporter: feedback.reporter,
        receivedOn: feedback.receivedOn,
        clocks: clocksOf(feedback, calendar),
        identity: reporter && {
          name: reporter.name,
          email: reporter.email,
          phone: reporter.phone,
          language: reporter.language,
          unreached: await unreached(tx, reporter.email),
        },
        reachable: feedback.reachable,
        dismissalReason: feedback.dismissalReason,
        decision: feedback.decision,
        imported: importedOf(feedback, mayKnow),
        attachments: await this.attachments.of(tx, known),
        answers: await this.sent(tx, answers),
        actions: actions.filter((action) => seen.has(action.id)),
        actionsElsewhere: actions
          .filter((action) => !seen.has(action.id))
          .map(({ reference, state }) => ({ reference, state })),
        analyses: studies.map((study) => describeStudy(study, me)),
        mayAnalyse: me.may('analysis.write', feedback.unitId),
        thread: feedbackThread(feedback, studies, actions, answers, dayOf),
        history: await this.journal.of(tx, [id]),
        moves: movesFrom(feedbackLifecycle, feedback.state).filter(
          (move) =>
            me.may(feedbackLifecycle.moves[move].needs, feedback.unitId) &&
            (move !== 'split' || relatives.maySplit),
        ),
        family: relatives,
        transfers: await transfersOf(tx, id, today),
        mayAnswer: feedback.state !== 'duplicate' && me.may('feedback.answer', feedback.unitId),
        usefulness: await this.usefulness(tx, id),
        views: me.may('feedback.qualify', feedback.unitId) ? await viewsOf(tx, id) : [],
        mayRemoveFiles: me.may('feedback.qualify', feedback.unitId),
        obstacles: closingObstacles(outcome),
      };
    });
  }

  /** What became of a word, for whoever holds its code: public words, no member's name. */
  async followUp(code: string, now = new Date()): Promise<FollowUpDto> {
    const opened = await this.doors.open('follow_up', code);
    return this.tenancy.within(opened, async (tx) => {
      const { today, dayOf } = await calendarOf(tx, opened, now);
      const own = await tx.findOneByOrFail(Feedback, { id: opened.targetId });
      // What joined another hears what becomes of that one, and keeps its own words and day.
      const line = await lineage(tx, own.id);
      const head = await tx.findOneByOrFail(Feedback, { id: line.at(-1) ?? own.id });
      const unit = await tx.findOneByOrFail(Unit, { id: own.unitId });
      const { name, colour } = await tx.findOneByOrFail(Organization, {
        id: opened.organizationId,
      });
      const answers = await answersTo(tx, line);
      const sent = await this.attachments.of(tx, [own.id]);
      const received = await this.attachments.of(tx, line);
      const everybody = await withJoined(tx, head.id);
      const actions = await this.consequences.of(tx, everybody, today);
      const studies = await this.studies.of(tx, everybody);
      const said = { ...head, receivedOn: own.receivedOn };
      const reporter = await tx.findOneBy(Reporter, { feedbackId: own.id });
      return {
        reference: own.reference,
        organizationName: name,
        colour,
        unitName: unit.name,
        kind: own.kind,
        state: head.state,
        joined: head.id !== own.id,
        partner: await partnerOf(tx, head.id),
        body: own.body,
        receivedOn: own.receivedOn,
        dismissalReason: head.dismissalReason,
        attachmentCount: sent.filter(({ answerId }) => answerId === null).length,
        answers: answers.map(({ id, body, answeredAt }) => ({
          body,
          at: answeredAt.toISOString(),
          attachments: received.filter(({ answerId }) => answerId === id),
        })),
        actions: actions.map(({ kind, state, dueOn }) => ({ kind, state, dueOn })),
        thread: feedbackThread(said, studies, actions, answers, dayOf).map(
          ({ who: _, ...step }) => step,
        ),
        news: reporter?.email ? reporter.wantsNews : null,
        usefulness: await this.usefulness(tx, own.id),
      };
    });
  }

  private usefulness(tx: EntityManager, feedbackId: string): Promise<UsefulnessDto | null> {
    return tx.findOne(Usefulness, {
      select: { useful: true, comment: true, givenOn: true },
      where: { feedbackId },
    });
  }

  private async sent(tx: EntityManager, answers: Answer[]): Promise<AnswerDto[]> {
    const letterIds = answers.flatMap(({ letterId }) => letterId ?? []);
    const letters = await tx
      .createQueryBuilder(Letter, 'letter')
      .select(['letter.organizationId', 'letter.id', 'letter.state'])
      .where('letter.id = ANY (:letterIds)', { letterIds })
      .getMany();
    const states = new Map(letters.map(({ id, state }) => [id, state]));
    return answers.map(({ id, body, authorName, answeredAt, letterId }) => ({
      id,
      body,
      author: authorName,
      at: answeredAt.toISOString(),
      letter: (letterId && states.get(letterId)) || null,
    }));
  }
}

/** Why letters do not reach an address, where they do not. */
async function unreached(tx: EntityManager, email: string | null): Promise<MailProblem | null> {
  if (!email) return null;
  const trouble = await tx.findOneBy(AddressTrouble, { email: email.toLowerCase() });
  return trouble && mailProblemOf(trouble.reason);
}

function answersTo(tx: EntityManager, feedbackIds: string[]): Promise<Answer[]> {
  const where = { feedbackId: In(feedbackIds) };
  return tx.find(Answer, { where, order: { answeredAt: 'ASC' } });
}

/** Those of them that are of these units: a file may show who spoke. */
async function readable(tx: EntityManager, ids: string[], unitIds: string[]): Promise<string[]> {
  const found = await tx.find(Feedback, {
    select: { organizationId: true, id: true },
    where: { id: In(ids), unitId: In(unitIds) },
  });
  return found.map(({ id }) => id);
}

/** An analysis that covers it; of one that I may not see, the reference alone. */
function describeStudy({ unitId, reference, state, ...study }: Study, me: Member): StudyDto {
  const { id, title, heldOn } = study;
  const seen = me.may('analysis.read', unitId) ? { id, title, heldOn } : null;
  return { reference, state, seen };
}

/** What came with it; the column that names whoever wrote, for those who may know. */
function importedOf(
  { source, sourceId, sourceRecord }: Feedback,
  mayKnow: boolean,
): FeedbackDto['imported'] {
  if (!source || !sourceId || !sourceRecord) return null;
  const { [pseudonymColumn]: _, ...nameless } = sourceRecord.record;
  return {
    ...{ source, sourceId, ...sourceRecord },
    record: mayKnow ? sourceRecord.record : nameless,
  };
}
