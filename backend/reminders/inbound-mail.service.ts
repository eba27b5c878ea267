import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Credential } from '../access/credential.entity.js';
import { KnownMembers } from '../access/known-members.js';
import { referenceIn, ReplyTokens } from '../access/reply-tokens.js';
import type { Answering } from '../access/signed-links.js';
import { Action } from '../actions/action.entity.js';
import { Comments } from '../work/comments.service.js';
import { Tenancy } from '../database/tenancy.js';
import { commentMaximum } from '../domain/action-work.js';
import { Refusal } from '../domain/refusal.js';
import { markBounced } from '../mail/addresses.js';
import { Settings } from '../settings.js';
import { say } from '../words/words.js';
import type { InboundOutcomeDto } from './inbound-mail.dto.js';
import { readLetter, type IncomingLetter } from './incoming-letter.js';
import type { Returned } from './returned-letter.js';

/** Replies to our letters, which become comments; letters that come back, which mark their address. */
@Injectable()
export class InboundMail {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @InjectDataSource() private readonly source: DataSource,
    private readonly tenancy: Tenancy,
    private readonly tokens: ReplyTokens,
    private readonly members: KnownMembers,
    private readonly comments: Comments,
  ) {}

  /**
   * Takes a message that the mail server hands over; what is none of ours is left aside, and said.
   * @throws Refusal `route.unknown` where incoming mail is not configured, `inbound.signature`,
   * `inbound.too_long`, or for what cannot be read.
   */
  async take(raw: Buffer, signature: string): Promise<InboundOutcomeDto> {
    const { INBOUND_SECRET: secret } = this.settings;
    if (!secret) throw new Refusal('unknown', 'route.unknown');
    const right = createHmac('sha256', secret).update(raw).digest();
    const given = Buffer.from(signature.replace(/^sha256=/, ''), 'hex');
    if (given.length !== right.length || !timingSafeEqual(given, right)) {
      throw new Refusal('unauthenticated', 'inbound.signature');
    }
    const letter = await readLetter(raw);
    if (letter.returned) return this.giveBack(letter.returned);
    if (letter.automatic) return { outcome: 'ignored', why: 'automatic' };
    const who = await this.whose(letter);
    if (!who) return { outcome: 'ignored', why: 'unknown' };
    if (letter.text === '') return { outcome: 'ignored', why: 'empty' };
    const me = await this.members.byMail(who, who.personId).catch(() => null);
    if (!me) return { outcome: 'ignored', why: 'unknown' };
    const left = letter.attachments
      ? `\n\n${say(me.language, 'inbound.attachments', { count: letter.attachments })}`
      : '';
    const body = letter.text + left;
    if (body.length > commentMaximum) {
      throw new Refusal('too_large', 'inbound.too_long', { maximum: commentMaximum });
    }
    const heard = await this.comments.hear(me, who.subjectId, letter.messageId, body);
    return heard ? { outcome: 'commented' } : { outcome: 'ignored', why: 'known' };
  }

  /** A notice names a letter and no organisation: its id, which nobody guesses, is looked for in each. */
  private async giveBack({ letterId, reason }: Returned): Promise<InboundOutcomeDto> {
    for (const tenant of await this.tenancy.all()) {
      const ours = await this.tenancy.within(tenant, (tx) => markBounced(tx, letterId, reason));
      if (ours) return { outcome: 'bounced' };
    }
    return { outcome: 'ignored', why: 'unknown' };
  }

  /** Whose reply it is, and about which action: the sender's own, proved by its address. */
  private async whose({ sender, tokens }: IncomingLetter): Promise<Answering | null> {
    const known = await this.source.manager.findBy(Credential, { email: sender });
    for (const { organizationId, personId } of known) {
      for (const token of tokens) {
        const reference = referenceIn(token) ?? '';
        const action = await this.tenancy.within({ organizationId }, (tx) =>
          tx.findOneBy(Action, { reference }),
        );
        const who = action && { organizationId, personId, subjectId: action.id };
        if (who && (await this.tokens.isOf(token, who))) return who;
      }
    }
    return null;
  }
}
