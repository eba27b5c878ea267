import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Post,
  Put,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Id, Me, Requires } from '../access/requires.js';
import { sentFile, TakesFile } from '../attachments/sent-file.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
import { PlanSheetDrafts } from './plan-sheet-drafts.service.js';
import { PlanSheetExport } from './plan-sheet-export.service.js';
import { PlanSheetReports } from './plan-sheet-reports.service.js';
import {
  PlanLinesQuery,
  PlanMappingDto,
  PlanSheetQuery,
  SendPlanSheetQuery,
  StartPlanSheetDto,
  type PlanDraftDto,
  type PlanLineDto,
  type PlanRunDto,
} from './plan-sheet.dto.js';

/** The sheets that plans come from and go back to. */
@Controller('plan-sheets')
@Requires('plan.write')
export class PlanSheetController {
  constructor(
    private readonly drafts: PlanSheetDrafts,
    private readonly reports: PlanSheetReports,
    private readonly exports: PlanSheetExport,
  ) {}

  /** My last sheets. */
  @Get()
  list(@Me() me: Member): Promise<PlanRunDto[]> {
    return this.reports.list(me);
  }

  /** Sends a sheet, and tells how it would be read; nothing is brought in yet. */
  @Post()
  @TakesFile()
  async send(
    @Me() me: Member,
    @Req() request: FastifyRequest,
    @Query() { planId }: SendPlanSheetQuery,
    @Headers('accept-language') language?: string,
  ): Promise<PlanDraftDto> {
    return this.drafts.send(me, await sentFile(request), planId, preferredLanguage(language));
  }

  /** A plan as the sheet that it came from, with what changed since. */
  @Get('of/:id')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Id() id: string,
    @Query() { own }: PlanSheetQuery,
  ): Promise<StreamableFile> {
    return this.exports.write(me, id, own);
  }

  /** How far it has come. */
  @Get(':id')
  read(@Me() me: Member, @Id() id: string): Promise<PlanRunDto> {
    return this.reports.read(me, id);
  }

  /** The sheet as it will be. */
  @Get(':id/draft')
  draft(
    @Me() me: Member,
    @Id() id: string,
    @Headers('accept-language') language?: string,
  ): Promise<PlanDraftDto> {
    return this.drafts.read(me, id, preferredLanguage(language));
  }

  /** Says how its columns are read, and which side is taken of what both changed. */
  @Put(':id/mapping')
  choose(
    @Me() me: Member,
    @Id() id: string,
    @Body() mapping: PlanMappingDto,
    @Headers('accept-language') language?: string,
  ): Promise<PlanDraftDto> {
    return this.drafts.choose(me, id, mapping, preferredLanguage(language));
  }

  /** Begins to bring it in. */
  @Post(':id/start')
  @HttpCode(202)
  async start(
    @Me() me: Member,
    @Id() id: string,
    @Body() plan: StartPlanSheetDto,
  ): Promise<PlanRunDto> {
    await this.drafts.start(me, id, plan);
    return this.reports.read(me, id);
  }

  /** What became of each of its lines. */
  @Get(':id/lines')
  lines(
    @Me() me: Member,
    @Id() id: string,
    @Query() query: PlanLinesQuery,
    @Headers('accept-language') language?: string,
  ): Promise<Page<PlanLineDto>> {
    return this.reports.lines(me, id, query, preferredLanguage(language));
  }

  /** Gives a sheet up before it is brought in, or forgets its report. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.reports.remove(me, id);
  }
}
