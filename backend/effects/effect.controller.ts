import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from '../actions/action-record.service.js';
import type { ActionDto } from '../actions/actions.dto.js';
import {
  DismissRecurrenceDto,
  GiveVerdictDto,
  OpenSuccessorDto,
  type EffectDto,
  type RecurrenceOfDto,
} from './effect.dto.js';
import { Effects } from './effect.service.js';
import { Recurrences } from './recurrences.service.js';
import { Verdicts } from './verdicts.service.js';

/** Whether actions worked. */
@Controller()
@Requires('signed-in')
export class EffectController {
  constructor(
    private readonly effects: Effects,
    private readonly verdicts: Verdicts,
    private readonly recurrences: Recurrences,
    private readonly records: ActionRecords,
  ) {}

  /** What was counted before and after an action, and what it says of its effect. */
  @Get('actions/:id/effect')
  read(@Me() me: Member, @Id() id: string): Promise<EffectDto> {
    return this.effects.read(me, id);
  }

  /** Says whether it worked; never by its owner. What the figures say is confirmed without a note. */
  @Put('actions/:id/verdict')
  async verify(
    @Me() me: Member,
    @Id() id: string,
    @Body() verdict: GiveVerdictDto,
  ): Promise<ActionDto> {
    await this.verdicts.verify(me, id, verdict);
    return this.records.read(me, id);
  }

  /** Says that it did not work, and opens the action that takes over, with the same origins. */
  @Post('actions/:id/successor')
  @Requires('action.create')
  async succeed(
    @Me() me: Member,
    @Id() id: string,
    @Body() plan: OpenSuccessorDto,
  ): Promise<ActionDto> {
    return this.records.read(me, await this.verdicts.succeed(me, id, plan));
  }

  /** Says that a feedback is not the same as what led to the action. */
  @Put('actions/:id/recurrences/:feedback/dismissal')
  @HttpCode(204)
  dismiss(
    @Me() me: Member,
    @Id() id: string,
    @Id('feedback') feedback: string,
    @Body() { why }: DismissRecurrenceDto,
  ): Promise<void> {
    return this.recurrences.dismiss(me, id, feedback, why);
  }

  /** Takes that back. */
  @Delete('actions/:id/recurrences/:feedback/dismissal')
  @HttpCode(204)
  restore(@Me() me: Member, @Id() id: string, @Id('feedback') feedback: string): Promise<void> {
    return this.recurrences.restore(me, id, feedback);
  }

  /** The actions that were done about what this feedback tells again. */
  @Get('feedback/:id/recurrences')
  @Requires('feedback.read')
  tells(@Me() me: Member, @Id() id: string): Promise<RecurrenceOfDto[]> {
    return this.recurrences.tells(me, id);
  }
}
