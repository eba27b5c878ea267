import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Doors, type Opened } from '../access/doors.js';
import { SignedLinks } from '../access/signed-links.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { calendarOf } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { Campaign } from './campaign.entity.js';
import { eraseAddresses, withdrawLetters } from './forgetting.js';
import { keepAnswer } from './keep-answer.js';
import { publicCampaignOf } from './public-campaign.js';
import { SurveyInvitation } from './survey-invitation.entity.js';
import { SurveyMailing } from './survey-mailing.entity.js';
import { SurveyOptOut } from './survey-opt-out.entity.js';
import type { AnswerSurveyDto, PublicCampaignDto } from './surveys.dto.js';

/** What a link of one's own opens. */
export interface InvitedCampaign extends PublicCampaignDto {
  /** Opens the campaign to all; its thanks are read there. */
  publicKey: string;
}

/** Whose surveys somebody wants no more, as the page that says so needs it. */
export interface Left {
  organizationName: string;
  colour: string;
  /** Whether they said so already. */
  left: boolean;
}

/** What whoever was invited by e-mail may do: answer once, and ask for no more surveys. */
@Injectable()
export class Invitations {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly links: SignedLinks,
  ) {}

  /** The question behind a link. @throws Refusal `door.unknown.survey_invitation`, `survey.over`. */
  async open(secret: string, now = new Date()): Promise<InvitedCampaign> {
    const opened = await this.doors.open('survey_invitation', secret);
    return this.tenancy.within(opened, async (tx) => {
      const { campaignId } = await running(tx, opened, now);
      const campaign = await publicCampaignOf(tx, opened.organizationId, campaignId);
      const { publicKey } = await tx.findOneByOrFail(Campaign, { id: campaignId });
      return { ...campaign, publicKey };
    });
  }

  /**
   * Takes the one answer of a link. The link and its reminder's are gone with it, which is all that
   * tells that somebody answered; nothing is written beside their address.
   * @throws Refusal `door.unknown.survey_invitation`, `survey.over`.
   */
  async answer(secret: string, answer: AnswerSurveyDto, now = new Date()): Promise<void> {
    const opened = await this.doors.open('survey_invitation', secret);
    await this.tenancy.within(opened, async (tx) => {
      const { campaignId } = await running(tx, opened, now);
      // First the campaign, as a reminder does: of the two, the later sees what the other did.
      await tx.increment(Campaign, { id: campaignId }, 'invitedAnswers', 1);
      if (!(await this.doors.shutAll(tx, 'survey_invitation', opened))) throw served();
      const { today } = await calendarOf(tx, opened, now);
      await keepAnswer(tx, campaignId, answer, today);
    });
  }

  /** Whose letters a link is about. @throws Refusal `link.unknown`. */
  async ofLetter(token: string): Promise<Left> {
    const leaving = await this.links.leaving(token);
    const { organizationId, fingerprint } = leaving;
    return this.tenancy.within(leaving, async (tx) => ({
      ...(await signOf(tx, organizationId)),
      left: await tx.existsBy(SurveyOptOut, { fingerprint }),
    }));
  }

  /**
   * Sends no more surveys to somebody: their address is erased at once, and what would have been
   * written to it is taken back. @throws Refusal `link.unknown`.
   */
  async leave(token: string, now = new Date()): Promise<Left> {
    const leaving = await this.links.leaving(token);
    const { organizationId, invitationId, fingerprint } = leaving;
    return this.tenancy.within(leaving, async (tx) => {
      const { today } = await calendarOf(tx, leaving, now);
      await tx
        .createQueryBuilder()
        .insert()
        .into(SurveyOptOut)
        .values({ fingerprint, since: today })
        .orIgnore()
        .execute();
      await this.forget(tx, invitationId);
      return { ...(await signOf(tx, organizationId)), left: true };
    });
  }

  /** Erases an address from every campaign that it was invited to. */
  private async forget(tx: EntityManager, invitationId: string): Promise<void> {
    const invitation = await tx.findOneBy(SurveyInvitation, { id: invitationId });
    if (!invitation?.email) return;
    const where = { email: invitation.email };
    const all = await tx.find(SurveyInvitation, { where, order: { campaignId: 'ASC' } });
    for (const { id, campaignId } of all) {
      // A reminder that is being written waits, or is taken back below.
      await tx.query('SELECT FROM campaign WHERE id = $1 FOR NO KEY UPDATE', [campaignId]);
      await withdrawLetters(tx, 'i.id = $1', [id]);
      await eraseAddresses(tx, 'id', id);
    }
  }
}

/** The sending behind a link, while its links answer. */
async function running(tx: EntityManager, opened: Opened, now: Date): Promise<SurveyMailing> {
  const { today } = await calendarOf(tx, opened, now);
  const invitation = await tx.findOneBy(SurveyInvitation, { id: opened.targetId });
  if (!invitation) throw served();
  const mailing = await tx.findOneByOrFail(SurveyMailing, { id: invitation.mailingId });
  if (today > mailing.endsOn) throw new Refusal('gone', 'survey.over');
  return mailing;
}

const served = () => new Refusal('unknown', 'door.unknown.survey_invitation');

async function signOf(tx: EntityManager, id: string): Promise<Omit<Left, 'left'>> {
  const { name, colour } = await tx.findOneByOrFail(Organization, { id });
  return { organizationName: name, colour };
}
