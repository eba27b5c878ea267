import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../domain/refusal.js';
import { Settings } from '../settings.js';
import type { SessionDto } from './session.dto.js';
import { SessionService } from './session.service.js';

export const sessionCookie = 'boucle_session';

/** The cookie that carries a session: no script reads it, no other site sends it. */
@Injectable()
export class SessionCookie {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly sessions: SessionService,
  ) {}

  /** Gives the session to the browser, and tells it who it is now. */
  async give(reply: FastifyReply, token: string): Promise<SessionDto> {
    const me = await this.sessions.whose(token);
    if (!me) throw new Refusal('unauthenticated', 'session.missing');
    void reply.setCookie(sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.settings.PUBLIC_URL?.startsWith('https:') ?? false,
    });
    return this.sessions.describe(me);
  }

  take(reply: FastifyReply): void {
    void reply.clearCookie(sessionCookie, { path: '/' });
  }
}
