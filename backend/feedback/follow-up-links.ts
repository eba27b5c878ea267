import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Doors } from '../access/doors.js';
import type { Tenant } from '../database/tenancy.js';
import { newFollowUpCode } from '../domain/codes.js';
import { PublicAddress } from '../mail/public-address.js';

/**
 * Links to the follow-up page for the letters that come after the first: codes are kept as hashes, so
 * each letter gets one of its own, beside those that were given before.
 */
@Injectable()
export class FollowUpLinks {
  constructor(
    private readonly doors: Doors,
    private readonly address: PublicAddress,
  ) {}

  /** Where a code leads, in the language of whoever holds it. */
  to(code: string, language: string): string {
    return this.address.of(`/suivi/${code}?lang=${language}`);
  }

  /** Where the news that lead to a follow-up page are stopped with one click. */
  noNews(link: string): string {
    return link.replace('?', '/nouvelles?');
  }

  async followUp(
    tx: EntityManager,
    { organizationId }: Tenant,
    feedbackId: string,
    language: string,
  ): Promise<string> {
    const code = newFollowUpCode();
    await this.doors.make(tx, 'follow_up', code, { organizationId, targetId: feedbackId });
    return this.to(code, language);
  }
}
