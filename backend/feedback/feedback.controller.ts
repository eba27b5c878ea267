import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import type { AttachmentDto } from '../attachments/attachments.dto.js';
import { sentFile, TakesFile } from '../attachments/sent-file.js';
import { FeedbackAttachments } from './feedback-attachments.service.js';
import { Answering } from './answering.service.js';
import { FeedbackRecords } from './feedback-record.service.js';
import type { NamedDto } from '../people/people.dto.js';
import { AnswerFeedbackDto, PreviewAnswerDto, type AnswerPreviewDto } from './answering.dto.js';
import {
  DismissFeedbackDto,
  FeedbackQuery,
  ResolveFeedbackDto,
  type FeedbackDto,
  type FeedbackPageDto,
} from './feedback.dto.js';
import { AnswerOwnersQuery, QualifyFeedbackDto } from './qualification.dto.js';
import { CreateFeedbackDto, type FeedbackReceiptDto } from './intake.dto.js';
import { FeedbackService } from './feedback.service.js';
import { Intake } from './intake.service.js';

/** What people told us, and what becomes of it. */
@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly records: FeedbackRecords,
    private readonly intake: Intake,
    private readonly answering: Answering,
    private readonly attachments: FeedbackAttachments,
  ) {}

  /** One page of the feedback that I may see, filtered and sorted. */
  @Get()
  @Requires('feedback.read')
  list(@Me() me: Member, @Query() query: FeedbackQuery): Promise<FeedbackPageDto> {
    return this.feedback.list(me, query);
  }

  /** Logs what somebody said; the follow-up code is told this once. */
  @Post()
  @Requires('feedback.create')
  create(@Me() me: Member, @Body() word: CreateFeedbackDto): Promise<FeedbackReceiptDto> {
    return this.intake.log(me, word);
  }

  /** Who may answer in a unit: its closest manager, whom one proposes, at the head. */
  @Get('answer-owners')
  @Requires('feedback.qualify')
  answerOwners(@Me() me: Member, @Query() { unitId }: AnswerOwnersQuery): Promise<NamedDto[]> {
    return this.feedback.answerOwners(me, unitId);
  }

  /** One feedback with its thread, its actions and its answers. */
  @Get(':id')
  @Requires('feedback.read')
  read(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    return this.records.read(me, id);
  }

  /** Adds a file to it. */
  @Post(':id/attachments')
  @Requires('feedback.create')
  @TakesFile()
  attach(
    @Me() me: Member,
    @Id() id: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentDto> {
    return this.attachments.attach(me, id, () => sentFile(request));
  }

  /** Qualifies it. */
  @Put(':id/qualification')
  @Requires('feedback.qualify')
  async qualify(
    @Me() me: Member,
    @Id() id: string,
    @Body() choice: QualifyFeedbackDto,
  ): Promise<FeedbackDto> {
    await this.feedback.qualify(me, id, choice);
    return this.records.read(me, id);
  }

  /** Dismisses it, with a reason. */
  @Put(':id/dismissal')
  @Requires('feedback.dismiss')
  async dismiss(
    @Me() me: Member,
    @Id() id: string,
    @Body() { reason }: DismissFeedbackDto,
  ): Promise<FeedbackDto> {
    await this.feedback.dismiss(me, id, reason);
    return this.records.read(me, id);
  }

  /** Takes the dismissal back. */
  @Delete(':id/dismissal')
  @Requires('feedback.dismiss')
  async restore(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    await this.feedback.restore(me, id);
    return this.records.read(me, id);
  }

  /** Ends the work on it. */
  @Put(':id/resolution')
  @Requires('feedback.resolve')
  async resolve(
    @Me() me: Member,
    @Id() id: string,
    @Body() resolution: ResolveFeedbackDto,
  ): Promise<FeedbackDto> {
    await this.feedback.resolve(me, id, resolution);
    return this.records.read(me, id);
  }

  /** Answers whoever spoke. */
  @Post(':id/answers')
  @Requires('feedback.answer')
  async answer(
    @Me() me: Member,
    @Id() id: string,
    @Body() answer: AnswerFeedbackDto,
  ): Promise<FeedbackDto> {
    await this.answering.answer(me, id, answer);
    return this.records.read(me, id);
  }

  /** The answer as it would leave; nothing is sent. */
  @Post(':id/answers/preview')
  @HttpCode(200)
  @Requires('feedback.answer')
  preview(
    @Me() me: Member,
    @Id() id: string,
    @Body() { body }: PreviewAnswerDto,
  ): Promise<AnswerPreviewDto> {
    return this.answering.preview(me, id, body);
  }

  /** Closes it, if its gates are open. */
  @Put(':id/closure')
  @Requires('feedback.close')
  async close(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    await this.feedback.close(me, id);
    return this.records.read(me, id);
  }

  /** Opens it again. */
  @Delete(':id/closure')
  @Requires('feedback.close')
  async reopen(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    await this.feedback.reopen(me, id);
    return this.records.read(me, id);
  }
}
