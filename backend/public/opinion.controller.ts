import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../access/requires.js';
import { AnswerSurveyDto } from '../surveys/surveys.dto.js';
import { Surveys } from '../surveys/surveys.service.js';
import { Form, readForm, TakesForms, toMend, type Typed } from './forms.js';
import { opinionPage, opinionThanksPage } from './opinion-page.js';
import { Reading, type Reader } from './reader.js';

/** `/avis/:key`: three faces, the reason only after, then thanks. */
@Controller('avis')
@Requires('nobody')
@ApiExcludeController()
export class OpinionController {
  constructor(private readonly surveys: Surveys) {}

  /** The question. */
  @Get(':key')
  async open(@Param('key') key: string, @Reading() reader: Reader): Promise<string> {
    return opinionPage(reader, pathOf(key), await this.surveys.publicCampaign(key));
  }

  /** Takes the answer and leads to the thanks, so that a reload counts nobody twice. */
  @Post(':key')
  @TakesForms()
  async answer(
    @Param('key') key: string,
    @Form() typed: Typed,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const campaign = await this.surveys.publicCampaign(key);
    try {
      const { id = '', smiley = '', comment = '' } = typed;
      await this.surveys.answer(key, await readForm(AnswerSurveyDto, { id, smiley, comment }));
    } catch (error) {
      const mend = toMend(error, reader);
      if (!mend) throw error;
      void reply.status(400);
      return opinionPage(reader, pathOf(key), campaign, { typed, mend });
    }
    const thanks = reader.link(`${pathOf(key)}/merci`);
    void reply.status(303).header('Location', thanks);
    return '';
  }

  /** The thanks. */
  @Get(':key/merci')
  async thank(@Param('key') key: string, @Reading() reader: Reader): Promise<string> {
    const campaign = await this.surveys.publicCampaign(key);
    return opinionThanksPage(reader, `${pathOf(key)}/merci`, campaign, pathOf(key));
  }
}

const pathOf = (key: string) => `/avis/${encodeURIComponent(key)}`;
