import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { Invitations } from '../surveys/invitations.service.js';
import { AnswerSurveyDto } from '../surveys/surveys.dto.js';
import { Surveys } from '../surveys/surveys.service.js';
import { Form, readForm, TakesForms, toMend, type Typed } from './forms.js';
import { opinionPage, opinionThanksPage } from './opinion-page.js';
import { Reading, type Reader } from './reader.js';

/** `/avis/invite/:secret`: the question behind a link of one's own, which takes one answer. */
@Controller('avis/invite')
@Requires('nobody')
@ApiExcludeController()
export class InvitedController {
  constructor(
    private readonly invitations: Invitations,
    private readonly surveys: Surveys,
  ) {}

  /** The question; a mail scanner's visit changes nothing. */
  @Get(':secret')
  @RouteConfig({ rateLimit: perVisitor })
  async open(@Param('secret') secret: string, @Reading() reader: Reader): Promise<string> {
    const campaign = await this.invitations.open(secret);
    return opinionPage(reader, pathOf(secret), campaign, { invited: true });
  }

  /** Takes the answer and leads to the thanks. */
  @Post(':secret')
  @TakesForms()
  async answer(
    @Param('secret') secret: string,
    @Form() typed: Typed,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const campaign = await this.invitations.open(secret);
    try {
      const { id = '', smiley = '', comment = '' } = typed;
      const answer = await readForm(AnswerSurveyDto, { id, smiley, comment });
      await this.invitations.answer(secret, answer);
    } catch (error) {
      const mend = toMend(error, reader);
      if (!mend) throw error;
      void reply.status(400);
      return opinionPage(reader, pathOf(secret), campaign, { typed, mend, invited: true });
    }
    const thanks = reader.link(`/avis/invite/merci/${campaign.publicKey}`);
    void reply.status(303).header('Location', thanks);
    return '';
  }

  /** The thanks; the link itself leads nowhere any more. */
  @Get('merci/:key')
  async thank(@Param('key') key: string, @Reading() reader: Reader): Promise<string> {
    const campaign = await this.surveys.publicCampaign(key);
    const path = `/avis/invite/merci/${encodeURIComponent(key)}`;
    return opinionThanksPage(reader, path, campaign, null);
  }
}

const pathOf = (secret: string) => `/avis/invite/${encodeURIComponent(secret)}`;
