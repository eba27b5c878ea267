import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Doors } from '../access/doors.js';
import type { Member } from '../access/member.js';
import type { CleanFile } from '../attachments/clean-file.js';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { newFollowUpCode, newReference } from '../domain/codes.js';
import { addYears } from '../domain/days.js';
import { acknowledgedOnTheSpot, retentionYears, type Channel } from '../domain/feedback.js';
import { Refusal } from '../domain/refusal.js';
import { Outbox } from '../mail/outbox.js';
import { calendarIn } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { Units } from '../organization/units.service.js';
import type {
  CreateFeedbackDto,
  FeedbackReceiptDto,
  PublicUnitDto,
  TellFeedbackDto,
} from './intake.dto.js';
import { isWrittenTo } from './acknowledgements.js';
import { deadlinesOf } from './feedback-clocks.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackAttachments } from './feedback-attachments.service.js';
import { acknowledgement } from './feedback.mails.js';
import { FollowUpLinks } from './follow-up-links.js';
import { Reporter } from './reporter.entity.js';

/** What comes in, whoever brings it. */
type Word = (CreateFeedbackDto | TellFeedbackDto) & { unitId: string; channel: Channel };

/**
 * The way in, the row and its line in the journal, in one journey: most of what a front desk waits
 * for is journeys. Gives nothing where the code opens something already; of two who bring the same
 * code at once, the second waits for the first.
 */
const receiving = `
  WITH way_in AS (
    INSERT INTO door (kind, key, organization_id, target_id)
    VALUES ('follow_up', $1, boucle_organization(), $2) ON CONFLICT DO NOTHING RETURNING target_id
  ), word AS (
    INSERT INTO feedback (id, created_by, reference, kind, body, unit_id, channel, reporter,
      reachable, wall_consent, received_on, acknowledge_by, acknowledge_basis, answer_by,
      answer_basis, acknowledged_on)
    SELECT target_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18 FROM way_in
    RETURNING id, created_by, channel
  )
  INSERT INTO journal (id, person_id, verb, subject_id, details)
  SELECT $3, created_by, 'feedback.receive', id, jsonb_build_object('channel', channel) FROM word
  RETURNING subject_id AS id`;

/** How a feedback comes in: logged by a member, or told on a public page. */
@Injectable()
export class Intake {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly units: Units,
    private readonly outbox: Outbox,
    private readonly links: FollowUpLinks,
    private readonly attachments: FeedbackAttachments,
  ) {}

  /** A member writes down what somebody said. */
  log(me: Member, word: CreateFeedbackDto, now = new Date()): Promise<FeedbackReceiptDto> {
    me.must('feedback.create', word.unitId);
    return this.tenancy.within(me, (tx) => this.receive(tx, me, word, me, 'fr', now));
  }

  /** Somebody without an account tells on a unit's public page. */
  async tell(
    key: string,
    { website: _, ...word }: TellFeedbackDto,
    language: string,
    files: CleanFile[] = [],
    now = new Date(),
  ): Promise<FeedbackReceiptDto> {
    const opened = await this.doors.open('unit', key);
    const told: Word = { ...word, unitId: opened.targetId };
    return this.tenancy.within(opened, async (tx) => {
      const receipt = await this.receive(tx, opened, told, null, language, now);
      const owner = { feedbackId: receipt.id };
      for (const file of files) await this.attachments.keep(tx, opened, file, owner, null, now);
      return receipt;
    });
  }

  /** What the unit's public page shows. */
  async publicUnit(key: string): Promise<PublicUnitDto> {
    const opened = await this.doors.open('unit', key);
    return this.tenancy.within(opened, async (tx) => {
      const unit = await this.units.find(tx, opened.targetId);
      const { name, colour } = await tx.findOneByOrFail(Organization, {
        id: opened.organizationId,
      });
      return { unitName: unit.name, organizationName: name, colour };
    });
  }

  private async receive(
    tx: EntityManager,
    tenant: Tenant,
    word: Word,
    by: Member | null,
    language: string,
    now: Date,
  ): Promise<FeedbackReceiptDto> {
    const { organizationId } = tenant;
    const { kind, body, unitId, channel, reporter, name, email, phone } = word;
    const { followUpCode = newFollowUpCode(), wallConsent = false } = word;
    const writesTo = email && (by || (await isWrittenTo(tx, email, now))) ? email : null;
    const id = newId();
    const organization = await tx.findOneByOrFail(Organization, { id: organizationId });
    const { today, isHoliday } = calendarIn(organization, now);
    const reference = newReference(today);
    const clocks = deadlinesOf(organization.deadlines, word, today, isHoliday);
    const [received] = await tx.query<{ id: string }[]>(receiving, [
      ...[this.doors.keyOf('follow_up', followUpCode), id, newId(), by?.id ?? null, reference],
      ...[kind, body, unitId, channel, reporter, Boolean(email ?? phone), wallConsent, today],
      ...[clocks.acknowledgeBy, clocks.acknowledgeBasis, clocks.answerBy, clocks.answerBasis],
      writesTo || acknowledgedOnTheSpot.includes(channel) ? today : null,
    ]);
    if (!received) return this.receiptAgain(tx, tenant, followUpCode, body, now);
    if (name ?? email ?? phone) {
      const purgeOn = addYears(today, retentionYears);
      await tx.insert(Reporter, { feedbackId: id, name, email, phone, language, purgeOn });
    }
    if (writesTo) {
      const unit = await this.units.find(tx, unitId);
      const link = this.links.to(followUpCode, language);
      await this.outbox.post(tx, tenant, language, (head) =>
        acknowledgement(head, {
          email: writesTo,
          reference,
          unit: unit.name,
          code: followUpCode,
          link,
        }),
      );
    }
    return { id, reference, followUpCode };
  }

  /**
   * The receipt of what came in before with the same code: its answer was lost on the way, and it
   * was sent again. @throws Refusal `feedback.code_taken` where something else is said with it.
   */
  private async receiptAgain(
    tx: EntityManager,
    { organizationId }: Tenant,
    followUpCode: string,
    body: string,
    now: Date,
  ): Promise<FeedbackReceiptDto> {
    const before = await this.doors.open('follow_up', followUpCode, now, tx);
    const known =
      before.organizationId === organizationId
        ? await tx.findOneBy(Feedback, { id: before.targetId, body })
        : null;
    if (!known) throw new Refusal('conflict', 'feedback.code_taken');
    return { id: known.id, reference: known.reference, followUpCode };
  }
}
