import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { PlanRecords } from './plan-record.service.js';
import { KeepPlanDto, StartPlanDto, type PlanTemplateDto } from './plan-templates.dto.js';
import { PlanTemplates } from './plan-templates.service.js';
import type { PlanDto } from './plans.dto.js';

/** What new plans start from. */
@Controller('plan-templates')
@Requires('plan.write')
export class PlanTemplatesController {
  constructor(
    private readonly templates: PlanTemplates,
    private readonly records: PlanRecords,
  ) {}

  /** The templates of plans, by title. */
  @Get()
  list(@Me() me: Member): Promise<PlanTemplateDto[]> {
    return this.templates.list(me);
  }

  /** Makes a template of a plan: its objectives and its actions, without names or dates. */
  @Post()
  async keep(@Me() me: Member, @Body() kept: KeepPlanDto): Promise<{ id: string }> {
    return { id: await this.templates.keep(me, kept) };
  }

  /** Starts a plan from a template, with its objectives and its actions. */
  @Post(':id/plans')
  async start(@Me() me: Member, @Id() id: string, @Body() plan: StartPlanDto): Promise<PlanDto> {
    return this.records.read(me, await this.templates.start(me, id, plan));
  }

  /** Forgets a template. */
  @Delete(':id')
  @HttpCode(204)
  forget(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.templates.forget(me, id);
  }
}
