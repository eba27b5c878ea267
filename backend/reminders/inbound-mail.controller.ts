import { Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { perRelay } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { Refusal } from '../domain/refusal.js';
import type { InboundOutcomeDto } from './inbound-mail.dto.js';
import { InboundMail } from './inbound-mail.service.js';
import { takesLetters } from './raw-letters.js';

/** Where a mail server hands over the replies to our letters, and the letters that it gives back. */
@Controller('inbound-mail')
@Requires('nobody')
export class InboundMailController {
  constructor(private readonly inbound: InboundMail) {}

  /** Takes a raw message (`message/rfc822`), signed with the secret that both sides know. */
  @Post()
  @HttpCode(200)
  @RouteConfig({ rateLimit: perRelay, ...takesLetters })
  take(
    @Req() { body }: FastifyRequest,
    @Headers('x-boucle-signature') signature = '',
  ): Promise<InboundOutcomeDto> {
    if (!Buffer.isBuffer(body)) throw new Refusal('unsupported', 'input.unreadable');
    return this.inbound.take(body, signature);
  }
}
