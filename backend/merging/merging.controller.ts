import { Body, Controller, Delete, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { FeedbackRecords } from '../feedback/feedback-record.service.js';
import type { FeedbackDto } from '../feedback/feedback.dto.js';
import { MergeFeedbackDto } from './merging.dto.js';
import { Merging } from './merging.service.js';

/** What several people say. */
@Controller('feedback')
export class MergingController {
  constructor(
    private readonly merging: Merging,
    private readonly records: FeedbackRecords,
  ) {}

  /** Joins it to another that says the same. */
  @Put(':id/merge')
  @Requires('feedback.merge')
  async merge(
    @Me() me: Member,
    @Id() id: string,
    @Body() { into }: MergeFeedbackDto,
  ): Promise<FeedbackDto> {
    await this.merging.merge(me, id, into);
    return this.records.read(me, id);
  }

  /** Separates it from the one that it joined. */
  @Delete(':id/merge')
  @Requires('feedback.merge')
  async split(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    await this.merging.split(me, id);
    return this.records.read(me, id);
  }
}
