import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { perProgram } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { Agenda } from './agenda.service.js';

/** `/calendriers/<secret>.ics`: what a calendar program reads again and again, without a session. */
@Controller('calendriers')
@Requires('nobody')
@ApiExcludeController()
export class AgendaFeedController {
  constructor(private readonly agenda: Agenda) {}

  /** Somebody's days; nothing where they are those that the program has already. */
  @Get(':file')
  @RouteConfig({ rateLimit: perProgram })
  async read(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const days = await this.agenda.read(file.replace(/\.ics$/, ''));
    const tag = `"${createHash('sha256').update(days).digest('base64url')}"`;
    void reply.headers({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="boucle.ics"',
      // A link that was withdrawn opens nothing at once: what is kept is asked about each time.
      'Cache-Control': 'private, no-cache',
      ETag: tag,
    });
    const knows = known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
    if (!knows) return days;
    void reply.status(304);
    return '';
  }
}
