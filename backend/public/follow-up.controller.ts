import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { Refusal } from '../domain/refusal.js';
import { FeedbackRecords } from '../feedback/feedback-record.service.js';
import { Form, TakesForms, type Typed } from './forms.js';
import { codePage, followUpPage } from './follow-up-page.js';
import { Reading, type Reader } from './reader.js';

/** `/suivi`: whoever holds a code sees what became of what they told. */
@Controller('suivi')
@Requires('nobody')
@ApiExcludeController()
export class FollowUpController {
  constructor(private readonly records: FeedbackRecords) {}

  /** Where the code is typed, or what it opens where the address brings it. */
  @Get()
  @RouteConfig({ rateLimit: perVisitor })
  search(
    @Query('code') code: unknown,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> | string {
    return typeof code === 'string' ? this.open(code, reader, reply) : codePage(reader);
  }

  /** What a code opens that was typed: posted, so that no address and no log keeps it. */
  @Post()
  @HttpCode(200)
  @TakesForms()
  find(
    @Form() { code = '' }: Typed,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> | string {
    return this.open(code, reader, reply);
  }

  /** What the code of a letter's link opens. */
  @Get(':code')
  @RouteConfig({ rateLimit: perVisitor })
  async open(
    @Param('code') code: string,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (code.trim() === '') return refuse('field.isNotEmpty', 400);
    try {
      return followUpPage(reader, code, await this.records.followUp(code));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse('door.unknown.follow_up', 404);
    }

    function refuse(sentence: 'field.isNotEmpty' | 'door.unknown.follow_up', status: number) {
      void reply.status(status);
      return codePage(reader, code, reader.t(sentence));
    }
  }
}
