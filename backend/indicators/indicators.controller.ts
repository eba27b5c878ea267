import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { CreateIndicatorDto, type IndicatorDto } from './indicators.dto.js';
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

  /** Follows a survey's share of satisfied people, against a target. */
  @Post()
  @Requires('indicator.manage')
  follow(@Me() me: Member, @Body() indicator: CreateIndicatorDto): Promise<{ id: string }> {
    return this.indicators.follow(me, indicator);
  }
}
