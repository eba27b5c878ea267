import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Member } from '../access/member.js';
import { perVisitor } from '../access/rate-limits.js';
import { Me, Requires } from '../access/requires.js';
import { SessionCookie } from '../access/session.cookie.js';
import type { SessionDto } from '../access/session.dto.js';
import { SheetQuery } from '../sheets/sheet.dto.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
import {
  AcceptInvitationDto,
  InvitePersonDto,
  type InvitationDto,
  type PersonDto,
} from './people.dto.js';
import { People } from './people.service.js';

/** The members, and how they come in. */
@Controller()
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly cookie: SessionCookie,
  ) {}

  /** Every member, by name. */
  @Get('people')
  @Requires('person.read')
  list(@Me() me: Member): Promise<PersonDto[]> {
    return this.people.list(me);
  }

  /** Every member, as a file. */
  @Get('people/export')
  @Requires('person.read')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Query() query: SheetQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.people.write(me, query, preferredLanguage(language));
  }

  /** Invites somebody by e-mail, with a role on a unit. */
  @Post('people')
  @Requires('person.manage')
  async invite(@Me() me: Member, @Body() guest: InvitePersonDto): Promise<{ id: string }> {
    me.must('person.manage', guest.unitId);
    const { id } = await this.people.invite(me, me, guest);
    return { id };
  }

  /** What an invited person is shown. */
  @Get('invitations/:secret')
  @Requires('nobody')
  @RouteConfig({ rateLimit: perVisitor })
  invitation(@Param('secret') secret: string): Promise<InvitationDto> {
    return this.people.invitation(secret);
  }

  /** Accepts an invitation by choosing a password, and signs in. */
  @Post('invitations/:secret')
  @HttpCode(200)
  @Requires('nobody')
  @RouteConfig({ rateLimit: perVisitor })
  async accept(
    @Param('secret') secret: string,
    @Body() { password }: AcceptInvitationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.cookie.give(reply, await this.people.accept(secret, password));
  }
}
