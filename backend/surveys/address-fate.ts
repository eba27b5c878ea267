import type { EntityManager } from 'typeorm';
import type { SignedLinks } from '../access/signed-links.js';
import type { Tenant } from '../database/tenancy.js';
import { readAddressList, type AddressList } from './address-list.js';
import { SurveyInvitation } from './survey-invitation.entity.js';
import { SurveyOptOut } from './survey-opt-out.entity.js';

/** A pasted list, and which of its addresses would be written to. */
export interface AddressFate extends AddressList {
  fresh: string[];
  already: number;
  declined: number;
}

/** Nobody is invited twice to one campaign, nor at all once they said that they want no surveys. */
export async function addressFate(
  tx: EntityManager,
  links: SignedLinks,
  tenant: Tenant,
  campaignId: string,
  text: string,
): Promise<AddressFate> {
  const { addresses, unreadable } = readAddressList(text);
  const invited = await tx.findBy(SurveyInvitation, { campaignId });
  const known = new Set(invited.map(({ email }) => email));
  const unknown = addresses.filter((address) => !known.has(address));
  const gone = new Set((await tx.find(SurveyOptOut)).map(({ fingerprint }) => fingerprint));
  const prints = await Promise.all(unknown.map((address) => links.fingerprint(tenant, address)));
  const fresh = unknown.filter((_, rank) => !gone.has(prints[rank] ?? ''));
  return {
    ...{ addresses, unreadable, fresh },
    already: addresses.length - unknown.length,
    declined: unknown.length - fresh.length,
  };
}
