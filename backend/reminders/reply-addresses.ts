import { Inject, Injectable } from '@nestjs/common';
import { ReplyTokens } from '../access/reply-tokens.js';
import type { Answering } from '../access/signed-links.js';
import { Settings } from '../settings.js';

/** Where people write about an action, where replies are taken. */
@Injectable()
export class ReplyAddresses {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly tokens: ReplyTokens,
  ) {}

  /** `reponses+a26-7k3qx9-…@ccas.example`; null where incoming mail is not configured. */
  async to({ reference, ...who }: Answering & { reference?: string }): Promise<string | null> {
    const { REPLY_ADDRESS: address, INBOUND_SECRET: secret } = this.settings;
    if (!address || !secret || !reference) return null;
    return address.replace('@', `+${await this.tokens.of(reference, who)}@`);
  }
}
