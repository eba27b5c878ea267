import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Id, Me, Requires } from '../access/requires.js';
import {
  AnalysisQuery,
  OpenAnalysisDto,
  SaveCauseDto,
  SaveParticipantDto,
  UpdateAnalysisDto,
  type AnalysisDto,
  type AnalysisSummaryDto,
  type CauseOriginDto,
} from './analyses.dto.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisRecords } from './analysis-record.service.js';
import { Causes } from './causes.service.js';

/** Why things happened, looked for as a team. */
@Controller('analyses')
@Requires('analysis.write')
export class AnalysesController {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly causes: Causes,
    private readonly records: AnalysisRecords,
  ) {}

  /** One page of the analyses that I may see, filtered, the last opened first. */
  @Get()
  @Requires('analysis.read')
  list(@Me() me: Member, @Query() query: AnalysisQuery): Promise<Page<AnalysisSummaryDto>> {
    return this.analyses.list(me, query);
  }

  /** Opens an analysis of some feedback; of a single one whose analysis is open, gives that one. */
  @Post()
  async open(
    @Me() me: Member,
    @Body() { feedbackIds, unitId }: OpenAnalysisDto,
  ): Promise<AnalysisDto> {
    return this.records.read(me, await this.analyses.open(me, feedbackIds, unitId));
  }

  /** A cause from which an action is to be opened. */
  @Get('causes/:id')
  @Requires('analysis.read')
  cause(@Me() me: Member, @Id() id: string): Promise<CauseOriginDto> {
    return this.causes.read(me, id);
  }

  /** One analysis with its causes, who took part, and what it covers. */
  @Get(':id')
  @Requires('analysis.read')
  read(@Me() me: Member, @Id() id: string): Promise<AnalysisDto> {
    return this.records.read(me, id);
  }

  /** Changes its words, unless somebody did since they were read. */
  @Put(':id')
  async update(
    @Me() me: Member,
    @Id() id: string,
    @Body() change: UpdateAnalysisDto,
  ): Promise<AnalysisDto> {
    await this.analyses.update(me, id, change);
    return this.records.read(me, id);
  }

  /** Covers one feedback more. */
  @Put(':id/feedback/:part')
  async link(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<AnalysisDto> {
    await this.analyses.link(me, id, part);
    return this.records.read(me, id);
  }

  /** Covers one feedback less; the last one stays. */
  @Delete(':id/feedback/:part')
  async unlink(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<AnalysisDto> {
    await this.analyses.unlink(me, id, part);
    return this.records.read(me, id);
  }

  /** Writes a cause, new or not, unless somebody changed it since it was read. */
  @Put(':id/causes/:part')
  async saveCause(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() cause: SaveCauseDto,
  ): Promise<AnalysisDto> {
    await this.causes.save(me, id, part, cause);
    return this.records.read(me, id);
  }

  /** Takes a cause out with all that explains it. */
  @Delete(':id/causes/:part')
  async removeCause(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
  ): Promise<AnalysisDto> {
    await this.causes.remove(me, id, part);
    return this.records.read(me, id);
  }

  /** Notes somebody who took part. */
  @Put(':id/participants/:part')
  async join(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() who: SaveParticipantDto,
  ): Promise<AnalysisDto> {
    await this.causes.join(me, id, part, who);
    return this.records.read(me, id);
  }

  /** Takes somebody out of those who took part. */
  @Delete(':id/participants/:part')
  async leave(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<AnalysisDto> {
    await this.causes.leave(me, id, part);
    return this.records.read(me, id);
  }

  /** Concludes it, once who took part, when, and what was found is said. */
  @Put(':id/conclusion')
  async conclude(@Me() me: Member, @Id() id: string): Promise<AnalysisDto> {
    await this.analyses.conclude(me, id);
    return this.records.read(me, id);
  }

  /** Opens it again. */
  @Delete(':id/conclusion')
  async reopen(@Me() me: Member, @Id() id: string): Promise<AnalysisDto> {
    await this.analyses.reopen(me, id);
    return this.records.read(me, id);
  }
}
