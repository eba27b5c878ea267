import { Body, Controller, Delete, Post } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from './action-record.service.js';
import { OriginInputDto, type ActionDto } from './actions.dto.js';
import { OriginChanges } from './origin-changes.service.js';

/** What an action comes from, once it is open. */
@Controller('actions/:id/origins')
@Requires('action.edit')
export class OriginsController {
  constructor(
    private readonly changes: OriginChanges,
    private readonly records: ActionRecords,
  ) {}

  /** Gives it one more origin. */
  @Post()
  async add(
    @Me() me: Member,
    @Id() id: string,
    @Body() origin: OriginInputDto,
  ): Promise<ActionDto> {
    await this.changes.add(me, id, origin);
    return this.records.read(me, id);
  }

  /** Takes an origin away, but the last. */
  @Delete(':originId')
  async remove(
    @Me() me: Member,
    @Id() id: string,
    @Id('originId') originId: string,
  ): Promise<ActionDto> {
    await this.changes.remove(me, id, originId);
    return this.records.read(me, id);
  }
}
