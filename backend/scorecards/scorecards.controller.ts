import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import type { ScorecardFigures } from '../domain/scorecard.js';
import {
  PeriodQuery,
  PublishScorecardDto,
  type ScorecardDto,
  type ScorecardSummaryDto,
} from './scorecards.dto.js';
import { Scorecards } from './scorecards.service.js';

/** What elected officials read; aggregates only. */
@Controller('scorecards')
@Requires('scorecard.read')
export class ScorecardsController {
  constructor(private readonly scorecards: Scorecards) {}

  /** Those that were published, newest first. */
  @Get()
  list(@Me() me: Member): Promise<ScorecardSummaryDto[]> {
    return this.scorecards.list(me);
  }

  /** The figures of a period as they stand now. */
  @Get('current')
  current(@Me() me: Member, @Query() period: PeriodQuery): Promise<ScorecardFigures> {
    return this.scorecards.current(me, period);
  }

  /** One of them, as it was when it was published. */
  @Get(':id')
  read(@Me() me: Member, @Id() id: string): Promise<ScorecardDto> {
    return this.scorecards.read(me, id);
  }

  /** Freezes the figures of a period, with a comment. */
  @Post()
  @Requires('scorecard.publish')
  async publish(@Me() me: Member, @Body() scorecard: PublishScorecardDto): Promise<ScorecardDto> {
    return this.scorecards.read(me, await this.scorecards.publish(me, scorecard));
  }
}
