import type { EntityManager } from 'typeorm';
import { Organization } from '../organization/organization.entity.js';
import { Unit } from '../organization/unit.entity.js';
import { Campaign } from './campaign.entity.js';
import { Survey } from './survey.entity.js';
import type { PublicCampaignDto } from './surveys.dto.js';

/** What whoever answers a campaign may see of it. */
export async function publicCampaignOf(
  tx: EntityManager,
  organizationId: string,
  campaignId: string,
): Promise<PublicCampaignDto> {
  const { surveyId, unitId } = await tx.findOneByOrFail(Campaign, { id: campaignId });
  const { question } = await tx.findOneByOrFail(Survey, { id: surveyId });
  const unit = await tx.findOneByOrFail(Unit, { id: unitId });
  const { name, colour } = await tx.findOneByOrFail(Organization, { id: organizationId });
  return { question, unitName: unit.name, organizationName: name, colour };
}
