import { Body, Controller, Get, Headers, Post, Query, type StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { SheetQuery } from '../sheets/sheet.dto.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
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

  /** The points of every indicator, as a file. */
  @Get('export')
  @Requires('indicator.read')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Query() query: SheetQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.indicators.write(me, query, preferredLanguage(language));
  }

  /** Follows a survey's share of satisfied people, against a target. */
  @Post()
  @Requires('indicator.manage')
  follow(@Me() me: Member, @Body() indicator: CreateIndicatorDto): Promise<{ id: string }> {
    return this.indicators.follow(me, indicator);
  }
}
