import { Controller, Delete, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { Acknowledgements } from './acknowledgement.service.js';
import { FeedbackRecords } from './feedback-record.service.js';
import type { FeedbackDto } from './feedback.dto.js';

/** Telling whoever spoke that their word arrived. */
@Controller('feedback/:id/acknowledgement')
export class AcknowledgementController {
  constructor(
    private readonly acknowledgements: Acknowledgements,
    private readonly records: FeedbackRecords,
  ) {}

  /** Says that the acknowledgement was handed over. */
  @Put()
  @Requires('feedback.answer')
  async give(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    await this.acknowledgements.give(me, id);
    return this.records.read(me, id);
  }

  /** Takes that back. */
  @Delete()
  @Requires('feedback.answer')
  async takeBack(@Me() me: Member, @Id() id: string): Promise<FeedbackDto> {
    await this.acknowledgements.takeBack(me, id);
    return this.records.read(me, id);
  }
}
