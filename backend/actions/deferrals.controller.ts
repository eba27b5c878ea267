import { Body, Controller, Delete, Post, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from './action-record.service.js';
import type { ActionDto } from './actions.dto.js';
import { DecideDeferralDto, RescheduleActionDto } from './deferrals.dto.js';
import { Deferrals } from './deferrals.service.js';

/** When an action is due. Its owner may ask for more time whatever their role. */
@Controller('actions/:id')
@Requires('signed-in')
export class DeferralsController {
  constructor(
    private readonly deferrals: Deferrals,
    private readonly records: ActionRecords,
  ) {}

  /** Moves its due date, with a reason. */
  @Put('due-date')
  @Requires('action.reschedule')
  async reschedule(
    @Me() me: Member,
    @Id() id: string,
    @Body() change: RescheduleActionDto,
  ): Promise<ActionDto> {
    await this.deferrals.reschedule(me, id, change);
    return this.records.read(me, id);
  }

  /** Its owner asks for another due date, with a reason. */
  @Post('deferrals')
  async ask(
    @Me() me: Member,
    @Id() id: string,
    @Body() change: RescheduleActionDto,
  ): Promise<ActionDto> {
    await this.deferrals.ask(me, id, change);
    return this.records.read(me, id);
  }

  /** Takes a request back. */
  @Delete('deferrals/:deferral')
  async withdraw(
    @Me() me: Member,
    @Id() id: string,
    @Id('deferral') deferral: string,
  ): Promise<ActionDto> {
    await this.deferrals.withdraw(me, id, deferral);
    return this.records.read(me, id);
  }

  /** Grants a request, which moves the due date, or refuses it with a note; never by who asked. */
  @Put('deferrals/:deferral/decision')
  @Requires('action.reschedule')
  async decide(
    @Me() me: Member,
    @Id() id: string,
    @Id('deferral') deferral: string,
    @Body() decision: DecideDeferralDto,
  ): Promise<ActionDto> {
    await this.deferrals.decide(me, id, deferral, decision);
    return this.records.read(me, id);
  }
}
