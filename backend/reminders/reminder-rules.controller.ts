import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import {
  EditionQuery,
  PreviewRemindersDto,
  SetReminderRulesDto,
  type KeptRulesDto,
  type ReminderPreviewDto,
  type ReminderRulesPageDto,
} from './reminder-rules.dto.js';
import { ReminderPreviews } from './reminder-preview.service.js';
import { ReminderRulesService } from './reminder-rules.service.js';

/** When people are reminded of what they owe. */
@Controller('reminder-rules')
export class ReminderRulesController {
  constructor(
    private readonly rules: ReminderRulesService,
    private readonly previews: ReminderPreviews,
  ) {}

  /** The organisation's rules, and for each unit its own or whose it follows. */
  @Get()
  @Requires('rules.manage')
  read(@Me() me: Member): Promise<ReminderRulesPageDto> {
    return this.rules.read(me);
  }

  /** Changes the organisation's rules, from the next digest on. */
  @Put()
  @Requires('rules.manage')
  set(@Me() me: Member, @Body() changes: SetReminderRulesDto): Promise<KeptRulesDto> {
    return this.rules.set(me, changes);
  }

  /** Gives a unit, and those under it, rules of their own. */
  @Put('units/:id')
  @Requires('rules.manage')
  setOfUnit(
    @Me() me: Member,
    @Id() id: string,
    @Body() { rules, from }: SetReminderRulesDto,
  ): Promise<KeptRulesDto | null> {
    return this.rules.setOfUnit(me, id, rules, from);
  }

  /** Lets a unit follow the rules above it again. */
  @Delete('units/:id')
  @HttpCode(204)
  @Requires('rules.manage')
  async removeOfUnit(
    @Me() me: Member,
    @Id() id: string,
    @Query() { from }: EditionQuery,
  ): Promise<void> {
    await this.rules.setOfUnit(me, id, null, from);
  }

  /** What rules that are not saved would send about an action, and to whom; stores nothing. */
  @Post('preview/:id')
  @HttpCode(200)
  @Requires('rules.manage')
  preview(
    @Me() me: Member,
    @Id() id: string,
    @Body() edited: PreviewRemindersDto,
  ): Promise<ReminderPreviewDto> {
    return this.previews.preview(me, id, edited);
  }
}
