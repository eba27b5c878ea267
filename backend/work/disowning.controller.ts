import { Body, Controller, Delete, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from '../actions/action-record.service.js';
import type { ActionDto } from '../actions/actions.dto.js';
import { DisownActionDto, KeepOwnerDto } from './disowning.dto.js';
import { Disowning } from './disowning.service.js';

/** Whose an action is, where its owner says that it is not theirs. */
@Controller('actions/:id/disowning')
@Requires('signed-in')
export class DisowningController {
  constructor(
    private readonly disowning: Disowning,
    private readonly records: ActionRecords,
  ) {}

  /** Its owner says that it is not theirs. */
  @Put()
  async disown(
    @Me() me: Member,
    @Id() id: string,
    @Body() { note }: DisownActionDto,
  ): Promise<ActionDto> {
    await this.disowning.disown(me, id, note);
    return this.records.read(me, id);
  }

  /** Its owner works on it after all. */
  @Delete()
  async takeBack(@Me() me: Member, @Id() id: string): Promise<ActionDto> {
    await this.disowning.takeBack(me, id);
    return this.records.read(me, id);
  }

  /** Says that it stays its owner's, and why. */
  @Put('refusal')
  @Requires('action.edit')
  async keep(
    @Me() me: Member,
    @Id() id: string,
    @Body() { reason }: KeepOwnerDto,
  ): Promise<ActionDto> {
    await this.disowning.keep(me, id, reason);
    return this.records.read(me, id);
  }
}
