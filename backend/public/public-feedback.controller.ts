import { Body, Controller, Get, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { perSender, perVisitor } from '../access/rate-limits.js';
import { Id, Requires } from '../access/requires.js';
import type { AttachmentDto } from '../attachments/attachments.dto.js';
import { handOver } from '../attachments/hand-over.js';
import { sentFile, TakesFile } from '../attachments/sent-file.js';
import { FeedbackAttachments } from '../feedback/feedback-attachments.service.js';
import { FeedbackRecords } from '../feedback/feedback-record.service.js';
import type { FollowUpDto } from '../feedback/follow-up.dto.js';
import {
  TellFeedbackDto,
  type FeedbackReceiptDto,
  type PublicUnitDto,
} from '../feedback/intake.dto.js';
import { Intake } from '../feedback/intake.service.js';
import { preferredLanguage } from '../words/words.js';

/** What somebody without an account may do: tell, and follow what they told. */
@Controller('public')
@Requires('nobody')
export class PublicFeedbackController {
  constructor(
    private readonly intake: Intake,
    private readonly records: FeedbackRecords,
    private readonly attachments: FeedbackAttachments,
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

  /** Adds a file to what was just told. */
  @Post('follow-ups/:code/attachments')
  @TakesFile()
  @RouteConfig({ rateLimit: perSender })
  attach(@Param('code') code: string, @Req() request: FastifyRequest): Promise<AttachmentDto> {
    return this.attachments.attachByCode(code, () => sentFile(request));
  }

  /** A file that came with an answer. */
  @Get('follow-ups/:code/attachments/:id')
  @RouteConfig({ rateLimit: perVisitor })
  async download(
    @Param('code') code: string,
    @Id() id: string,
    @Res() reply: FastifyReply,
    @Headers('range') range?: string,
  ): Promise<void> {
    await handOver(reply, range, await this.attachments.openByCode(code, id));
  }
}
