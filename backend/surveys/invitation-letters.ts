import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Doors, newSecret } from '../access/doors.js';
import { SignedLinks } from '../access/signed-links.js';
import type { Tenant } from '../database/tenancy.js';
import type { Letterhead } from '../mail/compose.js';
import { Outbox, type Draft } from '../mail/outbox.js';
import { PublicAddress } from '../mail/public-address.js';
import { publicCampaignOf } from './public-campaign.js';
import type { SurveyMailing } from './survey-mailing.entity.js';
import type { Invited } from './surveys.mails.js';

/** Somebody who is written to about a campaign. */
export interface Invitee {
  id: string;
  email: string;
}

/** How many letters are drawn before others get their turn. */
const handful = 100;

/** The letters of a mailing: each with a link of its own, of which only a hash is kept. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly outbox: Outbox,
    private readonly doors: Doors,
    private readonly links: SignedLinks,
    private readonly address: PublicAddress,
  ) {}

  /** Writes one to each of them, and gives the letters' ids in order. */
  async post(
    tx: EntityManager,
    tenant: Tenant,
    mailing: Pick<SurveyMailing, 'campaignId' | 'language' | 'endsOn'>,
    invitees: Invitee[],
    write: (head: Letterhead, invited: Invited) => Draft,
  ): Promise<string[]> {
    const { campaignId, language, endsOn } = mailing;
    const { question, unitName } = await publicCampaignOf(tx, tenant.organizationId, campaignId);
    const posted: string[] = [];
    for (let first = 0; first < invitees.length; first += handful) {
      const some = invitees.slice(first, first + handful);
      const doors = some.map(({ id }) => ({ key: newSecret(), targetId: id }));
      const letters = await Promise.all(
        some.map(async (invitee, rank) => {
          const invited = {
            ...{ email: invitee.email, unit: unitName, question, endsOn },
            link: this.address.of(`/avis/invite/${doors[rank]?.key}?lang=${language}`),
            unsubscribe: await this.leaving(tenant, invitee, language),
          };
          return { language, write: (head: Letterhead) => write(head, invited) };
        }),
      );
      posted.push(...(await this.outbox.postAll(tx, tenant, letters)));
      await this.doors.makeAll(tx, 'survey_invitation', tenant, doors);
    }
    return posted;
  }

  private async leaving(
    { organizationId }: Tenant,
    { id: invitationId, email }: Invitee,
    language: string,
  ): Promise<string> {
    const fingerprint = await this.links.fingerprint({ organizationId }, email);
    const token = await this.links.toLeave({ organizationId, invitationId, fingerprint });
    return this.address.of(`/desabonnement/enquetes/${token}?lang=${language}`);
  }
}
