import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { AnswerTemplates } from './answer-templates.service.js';
import { AnswerTemplateInputDto, type AnswerTemplateDto } from './answering.dto.js';

/** The wordings that answers start from. */
@Controller('answer-templates')
@Requires('feedback.answer')
export class AnswerTemplatesController {
  constructor(private readonly templates: AnswerTemplates) {}

  /** The wordings of the organisation, by name. */
  @Get()
  list(@Me() me: Member): Promise<AnswerTemplateDto[]> {
    return this.templates.list(me);
  }

  /** Keeps a wording. */
  @Post()
  create(@Me() me: Member, @Body() template: AnswerTemplateInputDto): Promise<AnswerTemplateDto> {
    return this.templates.create(me, template);
  }

  /** Changes a wording. */
  @Put(':id')
  change(
    @Me() me: Member,
    @Id() id: string,
    @Body() template: AnswerTemplateInputDto,
  ): Promise<AnswerTemplateDto> {
    return this.templates.change(me, id, template);
  }

  /** Removes a wording; the answers that came from it stay. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.templates.remove(me, id);
  }
}
