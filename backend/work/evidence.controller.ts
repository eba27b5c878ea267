import { Body, Controller, Get, Headers, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from '../actions/action-record.service.js';
import type { ActionDto } from '../actions/actions.dto.js';
import { handOver } from '../attachments/hand-over.js';
import { sentFile, TakesFile } from '../attachments/sent-file.js';
import { RemoveEvidenceDto, SaveFigureDto, SaveLinkDto } from './evidence.dto.js';
import { Evidence } from './evidence.service.js';

/** What shows what an action came to. */
@Controller('actions/:id/evidence')
@Requires('signed-in')
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly records: ActionRecords,
  ) {}

  /** Adds a file. */
  @Post('files')
  @TakesFile()
  async attach(
    @Me() me: Member,
    @Id() id: string,
    @Req() request: FastifyRequest,
  ): Promise<ActionDto> {
    await this.evidence.attach(me, id, () => sentFile(request));
    return this.records.read(me, id);
  }

  /** A file, whole or in part. */
  @Get(':part/file')
  async download(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Res() reply: FastifyReply,
    @Headers('range') range?: string,
  ): Promise<void> {
    await handOver(reply, range, await this.evidence.open(me, id, part));
  }

  /** Adds a link. */
  @Put('links/:part')
  async saveLink(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() link: SaveLinkDto,
  ): Promise<ActionDto> {
    await this.evidence.saveLink(me, id, part, link);
    return this.records.read(me, id);
  }

  /** Adds a figure. */
  @Put('figures/:part')
  async saveFigure(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() figure: SaveFigureDto,
  ): Promise<ActionDto> {
    await this.evidence.saveFigure(me, id, part, figure);
    return this.records.read(me, id);
  }

  /** Takes one away for good. */
  @Put(':part/removal')
  async remove(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() { reason }: RemoveEvidenceDto,
  ): Promise<ActionDto> {
    await this.evidence.remove(me, id, part, reason);
    return this.records.read(me, id);
  }
}
