import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { SignedLinks } from '../access/signed-links.js';
import { Tenancy } from '../database/tenancy.js';
import type { Permission } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import {
  fewestInvited,
  mostInvited,
  refuseBadMailingDays,
  usualMailingDays,
} from '../domain/survey-mailing.js';
import { Journal } from '../journal/journal.js';
import { Outbox } from '../mail/outbox.js';
import { PublicAddress } from '../mail/public-address.js';
import { Unit } from '../organization/unit.entity.js';
import { addressFate } from './address-fate.js';
import { Campaign } from './campaign.entity.js';
import { InvitationLetters } from './invitation-letters.js';
import { mailingCalendar } from './mailing-calendar.js';
import { invitedTo, mailingsOf } from './mailing-search.js';
import type {
  CheckedAddressesDto,
  MailingLetterDto,
  MailingLetterQuery,
  MailingsDto,
  SendMailingDto,
} from './mailings.dto.js';
import { publicCampaignOf } from './public-campaign.js';
import { SurveyInvitation } from './survey-invitation.entity.js';
import { SurveyMailing } from './survey-mailing.entity.js';
import { Survey } from './survey.entity.js';
import { surveyInvitation } from './surveys.mails.js';

/** How many unreadable lines are shown; how many there are is said. */
const mostShown = 20;

/** Invitations by e-mail to answer a campaign. */
@Injectable()
export class Mailings {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    private readonly address: PublicAddress,
    private readonly links: SignedLinks,
    private readonly letters: InvitationLetters,
    private readonly journal: Journal,
  ) {}

  /** What was sent about a campaign, in numbers, and the days proposed for the next. */
  list(me: Member, campaignId: string, now = new Date()): Promise<MailingsDto> {
    return this.tenancy.within(me, async (tx) => {
      const campaign = await campaignFor(tx, me, 'survey.read', campaignId);
      return this.read(tx, me, campaign, now);
    });
  }

  /** What a pasted list holds, before it is sent. */
  check(me: Member, campaignId: string, text: string): Promise<CheckedAddressesDto> {
    return this.tenancy.within(me, async (tx) => {
      await campaignFor(tx, me, 'survey.create', campaignId);
      const fate = await addressFate(tx, this.links, me, campaignId, text);
      const { addresses, unreadable, fresh, already, declined } = fate;
      return {
        ...{ recognised: addresses.length, fresh: fresh.length, already, declined },
        ...{ wrong: unreadable.length, unreadable: unreadable.slice(0, mostShown) },
      };
    });
  }

  /** The invitation as it would leave. */
  preview(
    me: Member,
    campaignId: string,
    { language, endsOn, remindsOn }: MailingLetterQuery,
  ): Promise<MailingLetterDto> {
    return this.tenancy.within(me, async (tx) => {
      await campaignFor(tx, me, 'survey.create', campaignId);
      const { question, unitName } = await publicCampaignOf(tx, me.organizationId, campaignId);
      const { subject, text, html } = await this.outbox.draw(tx, me, language, (head) =>
        surveyInvitation(head, {
          ...{ email: me.email, unit: unitName, question, endsOn },
          ...{ reminds: remindsOn !== undefined },
          link: this.address.of('/avis/invite/…'),
          unsubscribe: this.address.of('/desabonnement/enquetes/…'),
        }),
      );
      return { subject, text, html };
    });
  }

  /**
   * Writes to those in the list who were not invited before; what cannot be read in it is left.
   * @throws Refusal `mailing.nobody_new`, `mailing.too_few`, `mailing.too_many`, or of its days.
   */
  send(
    me: Member,
    campaignId: string,
    sent: SendMailingDto,
    now = new Date(),
  ): Promise<MailingsDto> {
    return this.tenancy.within(me, async (tx) => {
      const campaign = await campaignFor(tx, me, 'survey.create', campaignId, { lock: true });
      // Whoever lost the network while it left asks again: it is there already.
      if (!(await tx.existsBy(SurveyMailing, { id: sent.id, campaignId }))) {
        await this.write(tx, me, campaignId, sent, now);
      }
      return this.read(tx, me, campaign, now);
    });
  }

  private async write(
    tx: EntityManager,
    me: Member,
    campaignId: string,
    { id, text, language, endsOn, remindsOn: asked }: SendMailingDto,
    now: Date,
  ): Promise<void> {
    const remindsOn = asked ?? null;
    const { today, isQuiet } = await mailingCalendar(tx, me, now);
    refuseBadMailingDays({ remindsOn, endsOn }, today, isQuiet);
    const { fresh } = await addressFate(tx, this.links, me, campaignId, text);
    refuseBadCount(fresh.length, await invitedTo(tx, campaignId));
    const days = { sentOn: today, remindsOn, endsOn };
    const mailing = { id, campaignId, language, ...days, sentBy: me.id, invited: fresh.length };
    await tx.insert(SurveyMailing, mailing);
    const invitees = fresh.map((email) => ({ id: randomUUID(), email }));
    const reminds = remindsOn !== null;
    const letterIds = await this.letters.post(tx, me, mailing, invitees, (head, invited) =>
      surveyInvitation(head, { ...invited, reminds }),
    );
    await tx.insert(
      SurveyInvitation,
      invitees.map((invitee, rank) => ({
        ...{ ...invitee, campaignId, mailingId: id },
        letterId: letterIds[rank] ?? null,
      })),
    );
    const details = { mailing: id, count: fresh.length };
    await this.journal.write(tx, me, 'campaign.invite', campaignId, details);
  }

  private async read(
    tx: EntityManager,
    me: Member,
    { id: campaignId, surveyId, unitId }: Campaign,
    now: Date,
  ): Promise<MailingsDto> {
    const { today, isQuiet } = await mailingCalendar(tx, me, now);
    const { title, question } = await tx.findOneByOrFail(Survey, { id: surveyId });
    const { name: unitName } = await tx.findOneByOrFail(Unit, { id: unitId });
    const invited = await invitedTo(tx, campaignId);
    const { invitedAnswers } = await tx.findOneByOrFail(Campaign, { id: campaignId });
    return {
      ...{ campaignId, title, question, unitName },
      mayInvite: me.may('survey.create', unitId),
      ...{ invited, answered: invitedAnswers, left: Math.max(0, mostInvited - invited), today },
      proposed: usualMailingDays(today, isQuiet),
      mailings: await mailingsOf(tx, campaignId),
    };
  }
}

/** The campaign, where I may do this. @throws Refusal `record.unknown`, or `permission.missing`. */
async function campaignFor(
  tx: EntityManager,
  me: Member,
  permission: Permission,
  id: string,
  { lock = false } = {},
): Promise<Campaign> {
  const campaign = await tx.findOne(Campaign, {
    where: { id, unitId: In(me.unitsFor('survey.read')) },
    // Two who send at once write to nobody twice: the second finds whom the first invited.
    ...(lock && { lock: { mode: 'for_no_key_update' as const } }),
  });
  if (!campaign) throw new Refusal('unknown', 'record.unknown');
  me.must(permission, campaign.unitId);
  return campaign;
}

function refuseBadCount(fresh: number, before: number): void {
  if (fresh === 0) throw new Refusal('conflict', 'mailing.nobody_new');
  if (before + fresh < fewestInvited) {
    throw new Refusal('invalid', 'mailing.too_few', { fewest: fewestInvited });
  }
  if (before + fresh > mostInvited) {
    throw new Refusal('invalid', 'mailing.too_many', {
      ...{ most: mostInvited, left: mostInvited - before },
    });
  }
}
