import { Body, Controller, Delete, Headers, HttpCode, Post } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { preferredLanguage } from '../words/words.js';
import { ChangeManyDto, type BatchDto } from './batches.dto.js';
import { Batches } from './batches.service.js';

/** Changes of many feedback at once. */
@Controller('feedback/batches')
export class BatchesController {
  constructor(private readonly batches: Batches) {}

  /** Qualifies or dismisses all those that the law lets through, and tells which it left and why. */
  @Post()
  @Requires('feedback.qualify')
  change(
    @Me() me: Member,
    @Body() many: ChangeManyDto,
    @Headers('accept-language') language?: string,
  ): Promise<BatchDto> {
    return this.batches.change(me, many, preferredLanguage(language));
  }

  /** Undoes it where nobody has changed anything since, and tells where somebody has. */
  @Delete(':id')
  @HttpCode(200)
  @Requires('feedback.qualify')
  undo(
    @Me() me: Member,
    @Id() id: string,
    @Headers('accept-language') language?: string,
  ): Promise<BatchDto> {
    return this.batches.undo(me, id, preferredLanguage(language));
  }
}
