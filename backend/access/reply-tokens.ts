import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SignedLinks, type Answering } from './signed-links.js';

/**
 * What stands before the `@` of the address where one person's reply about one action goes: the
 * action's reference and a proof. An address may hold 64 signs there, and mail servers forget capitals.
 */
@Injectable()
export class ReplyTokens {
  constructor(private readonly links: SignedLinks) {}

  async of(reference: string, who: Answering): Promise<string> {
    return `${reference.toLowerCase()}-${await this.proof(who)}`;
  }

  /** Whether the proof of a token is this person's about this action. */
  async isOf(token: string, who: Answering): Promise<boolean> {
    const [given, right] = [
      Buffer.from(token.slice(-proofLength)),
      Buffer.from(await this.proof(who)),
    ];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private async proof({ organizationId, personId, subjectId }: Answering): Promise<string> {
    const said = ['reply', organizationId, personId, subjectId].join(' ');
    const secret = await this.links.secret();
    return createHmac('sha256', secret).update(said).digest('hex').slice(0, proofLength);
  }
}

const proofLength = 24;

/** The reference in a token, as it is stored; null where it is none of ours. */
export function referenceIn(token: string): string | null {
  const found = new RegExp(`^(a[0-9a-z-]{5,20})-[0-9a-f]{${proofLength}}$`).exec(token);
  return found?.[1]?.toUpperCase() ?? null;
}
