import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ShowOnWallDto, type ModerationDto, type WallPlaceDto } from './wall.dto.js';
import { Walls } from './walls.service.js';

/** What people said, chosen for the screen of a hall. */
@Controller()
export class WallController {
  constructor(private readonly walls: Walls) {}

  /** What awaits a decision in my units, and what is shown there. */
  @Get('wall')
  @Requires('wall.moderate')
  moderation(@Me() me: Member): Promise<ModerationDto> {
    return this.walls.moderation(me);
  }

  /** Where a feedback stands with the wall. */
  @Get('feedback/:id/wall')
  @Requires('wall.moderate')
  place(@Me() me: Member, @Id() id: string): Promise<WallPlaceDto> {
    return this.walls.place(me, id);
  }

  /** Shows its words on the wall, if whoever spoke agreed. */
  @Put('feedback/:id/wall')
  @Requires('wall.moderate')
  async show(
    @Me() me: Member,
    @Id() id: string,
    @Body() choice: ShowOnWallDto,
  ): Promise<WallPlaceDto> {
    await this.walls.show(me, id, choice);
    return this.walls.place(me, id);
  }

  /** Takes its words off the wall. */
  @Delete('feedback/:id/wall')
  @Requires('wall.moderate')
  async withdraw(@Me() me: Member, @Id() id: string): Promise<WallPlaceDto> {
    await this.walls.withdraw(me, id);
    return this.walls.place(me, id);
  }
}
