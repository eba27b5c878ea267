import { Controller, Delete, Get, HttpCode, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import type { AgendaLinkDto, NewAgendaLinkDto } from './agenda.dto.js';
import { Agenda } from './agenda.service.js';

/** My days, for the calendar program that I use. */
@Controller()
@Requires('signed-in')
export class AgendaController {
  constructor(private readonly agenda: Agenda) {}

  /** Since when my calendar has a link, and when it was last read. */
  @Get('me/calendar')
  link(@Me() me: Member): Promise<AgendaLinkDto> {
    return this.agenda.link(me);
  }

  /** Makes the link of my calendar, told this once; the one before it is withdrawn. */
  @Put('me/calendar')
  make(@Me() me: Member): Promise<NewAgendaLinkDto> {
    return this.agenda.make(me);
  }

  /** Withdraws the link of my calendar. */
  @Delete('me/calendar')
  @HttpCode(204)
  withdraw(@Me() me: Member): Promise<void> {
    return this.agenda.withdraw(me);
  }

  /** What comes next of an action, its due date or its check, as an event to download. */
  @Get('actions/:id/event.ics')
  async event(
    @Me() me: Member,
    @Id() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, file } = await this.agenda.event(me, id);
    void reply.headers({
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    });
    return file;
  }
}
