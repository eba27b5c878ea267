import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie, SessionCookie } from './session.cookie.js';
import type { Member } from './member.js';
import { perAccount } from './rate-limits.js';
import { Me, Requires } from './requires.js';
import { SessionService } from './session.service.js';
import { SignInDto, type SessionDto } from './session.dto.js';

/** Signing in, who I am, signing out. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Signs in: sets an http-only cookie and tells who I am and what I may. */
  @Post()
  @HttpCode(200)
  @Requires('nobody')
  @RouteConfig({ rateLimit: perAccount })
  async signIn(
    @Body() { email, password }: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.cookie.give(reply, await this.sessions.signIn(email, password));
  }

  /** Who I am and what I may. */
  @Get()
  @Requires('signed-in')
  whoAmI(@Me() me: Member): Promise<SessionDto> {
    return this.sessions.describe(me);
  }

  /** Signs out. */
  @Delete()
  @HttpCode(204)
  @Requires('nobody')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = request.cookies[sessionCookie];
    if (token) await this.sessions.signOut(token);
    this.cookie.take(reply);
  }
}
