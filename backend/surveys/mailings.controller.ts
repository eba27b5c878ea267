import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import {
  CheckAddressesDto,
  MailingLetterQuery,
  SendMailingDto,
  type CheckedAddressesDto,
  type MailingLetterDto,
  type MailingsDto,
} from './mailings.dto.js';
import { Mailings } from './mailings.service.js';

/** Invitations by e-mail to answer a campaign. */
@Controller('campaigns/:id/mailings')
@Requires('survey.create')
export class MailingsController {
  constructor(private readonly mailings: Mailings) {}

  /** What was sent about a campaign, in numbers: its addresses are shown to nobody. */
  @Get()
  @Requires('survey.read')
  list(@Me() me: Member, @Id() id: string): Promise<MailingsDto> {
    return this.mailings.list(me, id);
  }

  /** What a pasted list of addresses holds, before anything is sent. */
  @Post('check')
  @HttpCode(200)
  check(
    @Me() me: Member,
    @Id() id: string,
    @Body() { text }: CheckAddressesDto,
  ): Promise<CheckedAddressesDto> {
    return this.mailings.check(me, id, text);
  }

  /** The invitation as it would leave. */
  @Get('preview')
  preview(
    @Me() me: Member,
    @Id() id: string,
    @Query() letter: MailingLetterQuery,
  ): Promise<MailingLetterDto> {
    return this.mailings.preview(me, id, letter);
  }

  /** Invites those in the list who were not invited before, each with a link of their own. */
  @Post()
  send(@Me() me: Member, @Id() id: string, @Body() mailing: SendMailingDto): Promise<MailingsDto> {
    return this.mailings.send(me, id, mailing);
  }
}
