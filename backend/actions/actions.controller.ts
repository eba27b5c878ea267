import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from './action-record.service.js';
import { EditActionDto } from './action-words.dto.js';
import {
  ActionQuery,
  CancelActionDto,
  OpenActionDto,
  ReportProgressDto,
  type ActionDto,
  type ActionSummaryDto,
} from './actions.dto.js';
import { ActionsService } from './actions.service.js';

/** What is done about what was said. An owner or a verifier may come in whatever their role. */
@Controller('actions')
@Requires('signed-in')
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly records: ActionRecords,
  ) {}

  /** One page of the actions that I may see, filtered and sorted. */
  @Get()
  list(@Me() me: Member, @Query() query: ActionQuery): Promise<Page<ActionSummaryDto>> {
    return this.actions.list(me, query);
  }

  /** Opens an action from one origin at least. */
  @Post()
  @Requires('action.create')
  async open(@Me() me: Member, @Body() plan: OpenActionDto): Promise<ActionDto> {
    return this.records.read(me, await this.actions.open(me, plan));
  }

  /** One action with its thread, its origins and its history. */
  @Get(':id')
  read(@Me() me: Member, @Id() id: string): Promise<ActionDto> {
    return this.records.read(me, id);
  }

  /** Changes its words, unless somebody did since they were read. */
  @Put(':id')
  async edit(
    @Me() me: Member,
    @Id() id: string,
    @Body() change: EditActionDto,
  ): Promise<ActionDto> {
    await this.actions.edit(me, id, change);
    return this.records.read(me, id);
  }

  /** Says how far the work has come, or that it is done. */
  @Post(':id/progress')
  async report(
    @Me() me: Member,
    @Id() id: string,
    @Body() report: ReportProgressDto,
  ): Promise<ActionDto> {
    await this.actions.report(me, id, report);
    return this.records.read(me, id);
  }

  /** Stops it, with a reason. */
  @Put(':id/cancellation')
  @Requires('action.cancel')
  async cancel(
    @Me() me: Member,
    @Id() id: string,
    @Body() { reason }: CancelActionDto,
  ): Promise<ActionDto> {
    await this.actions.cancel(me, id, reason);
    return this.records.read(me, id);
  }
}
