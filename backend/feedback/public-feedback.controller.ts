import { Body, Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { preferredLanguage } from '../words/words.js';
import { FeedbackRecords } from './feedback-record.service.js';
import { type FollowUpDto } from './feedback.dto.js';
import { TellFeedbackDto, type FeedbackReceiptDto, type PublicUnitDto } from './intake.dto.js';
import { Intake } from './intake.service.js';

/** What somebody without an account may do: tell, and follow what they told. */
@Controller('public')
@Requires('nobody')
export class PublicFeedbackController {
  constructor(
    private readonly intake: Intake,
    private readonly records: FeedbackRecords,
  ) {}

  /** What the unit's public page shows. */
  @Get('units/:key')
  unit(@Param('key') key: string): Promise<PublicUnitDto> {
    return this.intake.publicUnit(key);
  }

  /** Tells something about a unit; the follow-up code is told this once. */
  @Post('units/:key/feedback')
  @RouteConfig({ rateLimit: perVisitor })
  tell(
    @Param('key') key: string,
    @Body() word: TellFeedbackDto,
    @Headers('accept-language') language?: string,
  ): Promise<FeedbackReceiptDto> {
    return this.intake.tell(key, word, preferredLanguage(language));
  }

  /** What became of it. */
  @Get('follow-ups/:code')
  @RouteConfig({ rateLimit: perVisitor })
  followUp(@Param('code') code: string): Promise<FollowUpDto> {
    return this.records.followUp(code);
  }
}
