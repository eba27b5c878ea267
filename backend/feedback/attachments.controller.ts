import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { RemoveAttachmentDto } from '../attachments/attachments.dto.js';
import { handOver } from '../attachments/hand-over.js';
import { FeedbackAttachments } from './feedback-attachments.service.js';
import { FeedbackRecords } from './feedback-record.service.js';
import type { FeedbackDto } from './feedback.dto.js';

/** The files that came with what people told us. */
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: FeedbackAttachments,
    private readonly records: FeedbackRecords,
  ) {}

  /** A file, whole or in part. */
  @Get(':id')
  @Requires('feedback.read')
  async download(
    @Me() me: Member,
    @Id() id: string,
    @Res() reply: FastifyReply,
    @Headers('range') range?: string,
  ): Promise<void> {
    await handOver(reply, range, await this.attachments.open(me, id));
  }

  /** Deletes a file for good, with a reason. */
  @Put(':id/removal')
  @Requires('feedback.qualify')
  async remove(
    @Me() me: Member,
    @Id() id: string,
    @Body() { reason }: RemoveAttachmentDto,
  ): Promise<FeedbackDto> {
    return this.records.read(me, await this.attachments.remove(me, id, reason));
  }
}
