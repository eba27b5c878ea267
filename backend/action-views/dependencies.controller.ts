import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import type { NeighboursDto } from './dependencies.dto.js';
import { Dependencies } from './dependencies.service.js';

/** What an action comes after. */
@Controller('actions/:id')
@Requires('signed-in')
export class DependenciesController {
  constructor(private readonly dependencies: Dependencies) {}

  /** What comes before it and what after it. */
  @Get('neighbours')
  read(@Me() me: Member, @Id() id: string): Promise<NeighboursDto> {
    return this.dependencies.of(me, id);
  }

  /** Says that it comes after another. */
  @Put('predecessors/:part')
  add(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<NeighboursDto> {
    return this.dependencies.add(me, id, part);
  }

  /** Says that it does not come after that one. */
  @Delete('predecessors/:part')
  @HttpCode(200)
  remove(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<NeighboursDto> {
    return this.dependencies.remove(me, id, part);
  }
}
