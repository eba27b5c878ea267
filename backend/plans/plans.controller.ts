import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Id, Me, Requires } from '../access/requires.js';
import { PlanActions } from './plan-actions.service.js';
import { PlanRecords } from './plan-record.service.js';
import {
  EditPlanDto,
  PlaceActionDto,
  PlanQuery,
  PlanWordsDto,
  type PlanDto,
  type PlanSummaryDto,
} from './plans.dto.js';
import { preferredLanguage } from '../words/words.js';
import { PlanPapers } from './plan-papers.service.js';
import { Plans } from './plans.service.js';

/** Programmes of actions. A plan's pilot may change it whatever their role. */
@Controller('plans')
@Requires('plan.read')
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly actions: PlanActions,
    private readonly records: PlanRecords,
    private readonly papers: PlanPapers,
  ) {}

  /** One page of the plans that I may see, filtered, the next to end first. */
  @Get()
  list(@Me() me: Member, @Query() query: PlanQuery): Promise<Page<PlanSummaryDto>> {
    return this.plans.list(me, query);
  }

  /** Opens a plan. */
  @Post()
  @Requires('plan.write')
  async open(@Me() me: Member, @Body() plan: PlanWordsDto): Promise<PlanDto> {
    return this.records.read(me, await this.plans.open(me, plan));
  }

  /** One plan with its objectives, its actions and how far it has come. */
  @Get(':id')
  read(@Me() me: Member, @Id() id: string): Promise<PlanDto> {
    return this.records.read(me, id);
  }

  /** The plan on paper, as a PDF. */
  @Get(':id/paper')
  print(
    @Me() me: Member,
    @Id() id: string,
    @Headers('accept-language') asked?: string,
  ): Promise<StreamableFile> {
    return this.papers.print(me, id, preferredLanguage(asked));
  }

  /** Changes its words and its objectives, unless somebody did since they were read. */
  @Put(':id')
  async edit(@Me() me: Member, @Id() id: string, @Body() change: EditPlanDto): Promise<PlanDto> {
    await this.plans.edit(me, id, change);
    return this.records.read(me, id);
  }

  /** Brings an action into the plan, or moves it within. */
  @Put(':id/actions/:part')
  async place(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() place: PlaceActionDto,
  ): Promise<PlanDto> {
    await this.actions.place(me, id, part, place);
    return this.records.read(me, id);
  }

  /** Takes an action out of the plan; it goes on without. */
  @Delete(':id/actions/:part')
  async remove(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<PlanDto> {
    await this.actions.remove(me, id, part);
    return this.records.read(me, id);
  }
}
