import { Controller, Get } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import type { GridDto } from './rules.dto.js';
import { Rules } from './rules.service.js';

/** By what feedback is rated, answered and sorted. */
@Controller('organization')
export class RulesController {
  constructor(private readonly rules: Rules) {}

  /** The criticality grid in use. */
  @Get('grid')
  @Requires('feedback.read')
  grid(@Me() me: Member): Promise<GridDto> {
    return this.rules.grid(me);
  }
}
