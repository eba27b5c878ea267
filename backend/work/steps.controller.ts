import { Body, Controller, Delete, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from '../actions/action-record.service.js';
import type { ActionDto } from '../actions/actions.dto.js';
import { OrderStepsDto, SaveStepDto } from './steps.dto.js';
import { Steps } from './steps.service.js';

/** The steps of an action. */
@Controller('actions/:id/steps')
@Requires('signed-in')
export class StepsController {
  constructor(
    private readonly steps: Steps,
    private readonly records: ActionRecords,
  ) {}

  /** Puts the steps in another order, unless they are no longer those that were read. */
  @Put()
  async order(
    @Me() me: Member,
    @Id() id: string,
    @Body() { order }: OrderStepsDto,
  ): Promise<ActionDto> {
    await this.steps.order(me, id, order);
    return this.records.read(me, id);
  }

  /** Writes a step, new or not, unless somebody changed it since it was read. */
  @Put(':part')
  async save(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() step: SaveStepDto,
  ): Promise<ActionDto> {
    await this.steps.save(me, id, part, step);
    return this.records.read(me, id);
  }

  /** Says that a step is done. */
  @Put(':part/done')
  async tick(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.steps.tick(me, id, part);
    return this.records.read(me, id);
  }

  /** Says that it is not done after all. */
  @Delete(':part/done')
  async untick(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.steps.untick(me, id, part);
    return this.records.read(me, id);
  }

  /** Takes a step out. */
  @Put(':part/removal')
  async remove(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.steps.remove(me, id, part);
    return this.records.read(me, id);
  }

  /** Brings it back as it was. */
  @Delete(':part/removal')
  async restore(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.steps.restore(me, id, part);
    return this.records.read(me, id);
  }
}
