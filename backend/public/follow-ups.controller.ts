import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { RateUsefulnessDto, WantNewsDto } from '../feedback/answering.dto.js';
import { FollowUps } from './follow-ups.service.js';

/** What whoever spoke may do with their code. */
@Controller('public/follow-ups/:code')
@Requires('nobody')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUps) {}

  /** Says whether what became of it was useful. */
  @Put('usefulness')
  @HttpCode(204)
  @RouteConfig({ rateLimit: perVisitor })
  rate(@Param('code') code: string, @Body() rating: RateUsefulnessDto): Promise<void> {
    return this.followUps.rate(code, rating);
  }

  /** Stops the news of what is done about it, or asks for them again. */
  @Put('news')
  @HttpCode(204)
  @RouteConfig({ rateLimit: perVisitor })
  news(@Param('code') code: string, @Body() { wanted }: WantNewsDto): Promise<void> {
    return this.followUps.wantNews(code, wanted);
  }
}
