import { Controller, Get, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { NagLoadQuery, type NagLoadDto } from './nag-load.dto.js';
import { NagLoads } from './nag-load.service.js';

/** How heavily people are reminded. */
@Controller('nag-load')
export class NagLoadController {
  constructor(private readonly loads: NagLoads) {}

  /** How many reminders each of my units got in a period, and how many were acted on. */
  @Get()
  @Requires('reminder.load')
  read(@Me() me: Member, @Query() period: NagLoadQuery): Promise<NagLoadDto> {
    return this.loads.read(me, period);
  }
}
