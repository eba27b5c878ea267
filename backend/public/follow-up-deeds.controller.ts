import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { perSender, perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { sentFile } from '../attachments/sent-file.js';
import { Refusal } from '../domain/refusal.js';
import { RateUsefulnessDto, WantNewsDto } from '../feedback/answering.dto.js';
import { FeedbackAttachments } from '../feedback/feedback-attachments.service.js';
import { FeedbackRecords } from '../feedback/feedback-record.service.js';
import { FollowUps } from './follow-ups.service.js';
import { sayCode } from '../words/words.js';
import { followUpPage } from './follow-up-page.js';
import { Form, readForm, TakesForms, toMend, type ToMend, type Typed } from './forms.js';
import { Reading, type Reader } from './reader.js';

/** What whoever holds a code may still do on its page; each deed leads back there. */
@Controller('suivi/:code')
@Requires('nobody')
@ApiExcludeController()
export class FollowUpDeedsController {
  constructor(
    private readonly records: FeedbackRecords,
    private readonly followUps: FollowUps,
    private readonly attachments: FeedbackAttachments,
  ) {}

  /** Says whether it was useful. */
  @Post('utile')
  @TakesForms()
  rate(
    @Param('code') code: string,
    @Form() { useful = '', comment = '' }: Typed,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.andBack(reader, code, reply, async () => {
      const isSaid = useful === 'yes' || useful === 'no';
      const said = await readForm(
        RateUsefulnessDto,
        { comment },
        isSaid && { useful: useful === 'yes' },
      );
      await this.followUps.rate(code, said);
    });
  }

  /** Where a letter's reader who wants no more news is led: the page that asks. */
  @Get('nouvelles')
  @RouteConfig({ rateLimit: perVisitor })
  ask(
    @Param('code') code: string,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    void reply.status(303).header('Location', reader.link(`/suivi/${encodeURIComponent(code)}`));
    return '';
  }

  /** Stops the news, or asks for them again; from a mail program, with one click (RFC 8058). */
  @Post('nouvelles')
  @TakesForms()
  async news(
    @Param('code') code: string,
    @Form() { wanted = '', 'List-Unsubscribe': oneClick }: Typed,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (oneClick) {
      // A mail program follows no other address.
      await this.followUps.wantNews(code, false);
      void reply.status(200);
      return followUpPage(reader, code, await this.records.followUp(code));
    }
    return this.andBack(reader, code, reply, async () => {
      const { wanted: wants } = await readForm(WantNewsDto, {}, { wanted: wanted === 'yes' });
      await this.followUps.wantNews(code, wants);
    });
  }

  /** Adds a picture, a document or a voice to what was told. */
  @Post('fichier')
  @RouteConfig({ rateLimit: perSender })
  attach(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.andBack(reader, code, reply, async () => {
      await this.attachments.attachByCode(code, () => sentFile(request));
    });
  }

  private async andBack(
    reader: Reader,
    code: string,
    reply: FastifyReply,
    deed: () => Promise<void>,
  ): Promise<string> {
    try {
      await deed();
      void reply.status(303).header('Location', reader.link(`/suivi/${encodeURIComponent(code)}`));
      return '';
    } catch (error) {
      const mend = toMend(error, reader) ?? refused(error, reader);
      if (!mend) throw error;
      const told = await this.records.followUp(code);
      void reply.status(400);
      return followUpPage(reader, code, told, mend);
    }
  }
}

/** What the law says no to, beside what it was about; an unknown code is told as everywhere. */
function refused(error: unknown, { language }: Reader): ToMend | null {
  if (!(error instanceof Refusal) || /^(unknown|gone|excessive)$/.test(error.kind)) return null;
  return { fields: {}, sentence: sayCode(language, error.code, error.details) };
}
