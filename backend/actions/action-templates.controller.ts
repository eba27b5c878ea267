import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionTemplateInputDto, type ActionTemplateDto } from './action-templates.dto.js';
import { ActionTemplates } from './action-templates.service.js';

/** What actions start from. */
@Controller('action-templates')
@Requires('action.template_write')
export class ActionTemplatesController {
  constructor(private readonly templates: ActionTemplates) {}

  /** The templates of the organisation, by name. */
  @Get()
  @Requires('action.template')
  list(@Me() me: Member): Promise<ActionTemplateDto[]> {
    return this.templates.list(me);
  }

  /** Keeps a template. */
  @Post()
  create(@Me() me: Member, @Body() template: ActionTemplateInputDto): Promise<ActionTemplateDto> {
    return this.templates.create(me, template);
  }

  /** Changes a template. */
  @Put(':id')
  change(
    @Me() me: Member,
    @Id() id: string,
    @Body() template: ActionTemplateInputDto,
  ): Promise<ActionTemplateDto> {
    return this.templates.change(me, id, template);
  }

  /** Removes a template; the actions that started from it stay. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.templates.remove(me, id);
  }
}
