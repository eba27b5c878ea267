import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Member } from '../access/member.js';
import { perVisitor } from '../access/rate-limits.js';
import { Id, Me, Requires } from '../access/requires.js';
import { SheetQuery } from '../sheets/sheet.dto.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
import {
  AnswerSurveyDto,
  CreateSurveyDto,
  OpenCampaignDto,
  type CampaignDto,
  type PublicCampaignDto,
  type SurveyDto,
} from './surveys.dto.js';
import { Surveys } from './surveys.service.js';

/** Questions asked to the public. */
@Controller()
export class SurveysController {
  constructor(private readonly surveys: Surveys) {}

  /** The surveys, with their campaigns in the units that I may see. */
  @Get('surveys')
  @Requires('survey.read')
  list(@Me() me: Member): Promise<SurveyDto[]> {
    return this.surveys.list(me);
  }

  /** The satisfaction of every campaign that I may see, as a file. */
  @Get('surveys/export')
  @Requires('survey.read')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Query() query: SheetQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.surveys.write(me, query, preferredLanguage(language));
  }

  /** Writes a three-smiley question. */
  @Post('surveys')
  @Requires('survey.create')
  create(@Me() me: Member, @Body() survey: CreateSurveyDto): Promise<{ id: string }> {
    return this.surveys.create(me, survey);
  }

  /** Opens the survey in a unit, behind a public link. */
  @Post('surveys/:id/campaigns')
  @Requires('survey.create')
  openIn(
    @Me() me: Member,
    @Id() id: string,
    @Body() { unitId }: OpenCampaignDto,
  ): Promise<CampaignDto> {
    return this.surveys.openIn(me, id, unitId);
  }

  /** What the public page of a campaign shows. */
  @Get('public/campaigns/:key')
  @Requires('nobody')
  publicCampaign(@Param('key') key: string): Promise<PublicCampaignDto> {
    return this.surveys.publicCampaign(key);
  }

  /** Answers the question, anonymously. */
  @Post('public/campaigns/:key/answers')
  @HttpCode(204)
  @Requires('nobody')
  @RouteConfig({ rateLimit: perVisitor })
  answer(@Param('key') key: string, @Body() answer: AnswerSurveyDto): Promise<void> {
    return this.surveys.answer(key, answer);
  }
}
