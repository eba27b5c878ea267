import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { Preferences, type Calm } from '../people/preferences.service.js';
import { isLanguage } from '../words/words.js';
import { calmTemplate } from './calm.template.js';
import { draw } from './draw.js';
import { TakesForms } from './forms.js';
import { Reader } from './reader.js';

/** `/desabonnement`: whoever gets digests asks for fewer, from the letter itself and unsigned. */
@Controller('desabonnement/:token')
@Requires('nobody')
@ApiExcludeController()
export class CalmController {
  constructor(private readonly preferences: Preferences) {}

  /** Says what would change, and asks. */
  @Get()
  @RouteConfig({ rateLimit: perVisitor })
  async ask(@Param('token') token: string): Promise<string> {
    return page(token, await this.preferences.ofLetter(token));
  }

  /** Writes of what is late alone from now on; a mail program asks so with one click (RFC 8058). */
  @Post()
  @HttpCode(200)
  @TakesForms()
  async calm(@Param('token') token: string): Promise<string> {
    return page(token, await this.preferences.calm(token));
  }
}

/** In the language in which they are written to, whatever the browser's. */
function page(token: string, { language, frequency, ...organization }: Calm): string {
  const reader = new Reader(isLanguage(language) ? language : 'fr', false);
  const calm = frequency === 'late';
  return draw(
    calmTemplate,
    { reader, organization, path: null, title: reader.t(calm ? 'calm.done' : 'calm.title') },
    { calm, action: `/desabonnement/${encodeURIComponent(token)}` },
  );
}
