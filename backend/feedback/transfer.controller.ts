import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { FeedbackRecords } from './feedback-record.service.js';
import type { FeedbackDto } from './feedback.dto.js';
import { SettleTransferDto, TransferFeedbackDto, type TransferChoicesDto } from './transfer.dto.js';
import { Transfers } from './transfer.service.js';

/** Sent where it belongs. */
@Controller('feedback')
export class TransferController {
  constructor(
    private readonly transfers: Transfers,
    private readonly records: FeedbackRecords,
  ) {}

  /** Where a feedback may be sent. */
  @Get('transfer-choices')
  @Requires('feedback.transfer')
  choices(@Me() me: Member): Promise<TransferChoicesDto> {
    return this.transfers.choices(me);
  }

  /** Sends it; 204 where I may not see it any more. */
  @Put(':id/transfer')
  @Requires('feedback.transfer')
  async send(
    @Me() me: Member,
    @Id() id: string,
    @Body() transfer: TransferFeedbackDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedbackDto | undefined> {
    return this.told(me, id, reply, await this.transfers.send(me, id, transfer));
  }

  /** Says what became of it; 204 where I may not see it any more. */
  @Put(':id/transfer/outcome')
  @Requires('feedback.qualify')
  async settle(
    @Me() me: Member,
    @Id() id: string,
    @Body() answer: SettleTransferDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedbackDto | undefined> {
    return this.told(me, id, reply, await this.transfers.settle(me, id, answer));
  }

  private async told(
    me: Member,
    id: string,
    reply: FastifyReply,
    isSeen: boolean,
  ): Promise<FeedbackDto | undefined> {
    if (isSeen) return this.records.read(me, id);
    void reply.status(204);
    return undefined;
  }
}
