import { Controller, Get } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import type { IndicatorDto } from './indicators.dto.js';
import { Indicators } from './indicators.service.js';

/** What is measured. */
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly indicators: Indicators) {}

  /** The indicators over the last twelve months, in the units that I may see. */
  @Get()
  @Requires('indicator.read')
  list(@Me() me: Member): Promise<IndicatorDto[]> {
    return this.indicators.list(me);
  }
}
