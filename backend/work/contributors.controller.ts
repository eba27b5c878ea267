import { Controller, Delete, Get, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from '../actions/action-record.service.js';
import type { ActionDto } from '../actions/actions.dto.js';
import type { NameableDto } from './contributors.dto.js';
import { Contributors } from './contributors.service.js';

/** Those who help with an action. */
@Controller('actions/:id')
@Requires('signed-in')
export class ContributorsController {
  constructor(
    private readonly contributors: Contributors,
    private readonly records: ActionRecords,
  ) {}

  /** Those who can be named on it: to help, to do a step, to be told. */
  @Get('people')
  people(@Me() me: Member, @Id() id: string): Promise<NameableDto[]> {
    return this.contributors.nameable(me, id);
  }

  /** Names somebody who helps; they then see it. */
  @Put('contributors/:part')
  async add(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.contributors.add(me, id, part);
    return this.records.read(me, id);
  }

  /** Takes somebody out of those who help. */
  @Delete('contributors/:part')
  async remove(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.contributors.remove(me, id, part);
    return this.records.read(me, id);
  }
}
