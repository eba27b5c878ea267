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
import { FeedbackRuns } from './feedback-runs.service.js';
import { ImportDrafts } from './import-drafts.service.js';
import {
  ImportLinesQuery,
  ImportMappingDto,
  StartImportDto,
  type ImportDraftDto,
  type ImportLineDto,
  type ImportRunDto,
  type RememberedMappingDto,
} from './import.dto.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportReports } from './import-reports.service.js';

/** Files of what people said elsewhere, and how they come in. */
@Controller('feedback/imports')
@Requires('feedback.import')
export class ImportController {
  constructor(
    private readonly drafts: ImportDrafts,
    private readonly runs: FeedbackRuns,
    private readonly reports: ImportReports,
    private readonly mappings: ImportMappings,
  ) {}

  /** My last imports. */
  @Get()
  list(@Me() me: Member): Promise<ImportRunDto[]> {
    return this.reports.list(me);
  }

  /** Sends a file, and tells how it would be read; nothing is brought in yet. */
  @Post()
  @TakesFile()
  async send(
    @Me() me: Member,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<ImportDraftDto> {
    return this.drafts.send(me, await sentFile(request), preferredLanguage(language));
  }

  /** What is remembered of the files that were read before. */
  @Get('mappings')
  remembered(@Me() me: Member): Promise<RememberedMappingDto[]> {
    return this.mappings.list(me);
  }

  /** Forgets how such files were read. */
  @Delete('mappings/:id')
  @HttpCode(204)
  forget(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.mappings.forget(me, id);
  }

  /** How far it has come. */
  @Get(':id')
  read(@Me() me: Member, @Id() id: string): Promise<ImportRunDto> {
    return this.reports.read(me, id);
  }

  /** The file as it will be. */
  @Get(':id/draft')
  draft(
    @Me() me: Member,
    @Id() id: string,
    @Headers('accept-language') language?: string,
  ): Promise<ImportDraftDto> {
    return this.drafts.read(me, id, preferredLanguage(language));
  }

  /** Says how its columns are read. */
  @Put(':id/mapping')
  choose(
    @Me() me: Member,
    @Id() id: string,
    @Body() mapping: ImportMappingDto,
    @Headers('accept-language') language?: string,
  ): Promise<ImportDraftDto> {
    return this.drafts.choose(me, id, mapping, preferredLanguage(language));
  }

  /** Begins to bring it in. */
  @Post(':id/start')
  @HttpCode(202)
  async start(
    @Me() me: Member,
    @Id() id: string,
    @Body() choice: StartImportDto,
  ): Promise<ImportRunDto> {
    await this.runs.start(me, id, choice);
    return this.reports.read(me, id);
  }

  /** What became of each of its lines. */
  @Get(':id/lines')
  lines(
    @Me() me: Member,
    @Id() id: string,
    @Query() query: ImportLinesQuery,
    @Headers('accept-language') language?: string,
  ): Promise<Page<ImportLineDto>> {
    return this.reports.lines(me, id, query, preferredLanguage(language));
  }

  /** The lines that were refused, as a CSV to mend and bring again. */
  @Get(':id/refused')
  @GivesSheet()
  refused(
    @Me() me: Member,
    @Id() id: string,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.reports.refused(me, id, preferredLanguage(language));
  }

  /** Gives a file up before it is brought in, or forgets its report. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.reports.remove(me, id);
  }
}
