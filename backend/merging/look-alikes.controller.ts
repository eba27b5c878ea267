import { Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { LookAlikes } from './look-alikes.service.js';
import { AlikeQuery, type AlikeDto } from './merging.dto.js';

/** Who said it before. */
@Controller('feedback')
export class LookAlikesController {
  constructor(private readonly lookAlikes: LookAlikes) {}

  /** What resembles a word that is being written down: five at most, the nearest first. */
  @Get('alike')
  @Requires('feedback.read')
  ofText(@Me() me: Member, @Query() query: AlikeQuery): Promise<AlikeDto[]> {
    return this.lookAlikes.ofText(me, query);
  }

  /** What resembles a feedback: five at most, the nearest first. */
  @Get(':id/alike')
  @Requires('feedback.read')
  of(@Me() me: Member, @Id() id: string): Promise<AlikeDto[]> {
    return this.lookAlikes.of(me, id);
  }

  /** Says that these two are not the same. */
  @Put(':id/not-alike/:other')
  @HttpCode(204)
  @Requires('feedback.merge')
  tellApart(@Me() me: Member, @Id() id: string, @Id('other') other: string): Promise<void> {
    return this.lookAlikes.tellApart(me, id, other);
  }

  /** Takes that back. */
  @Delete(':id/not-alike/:other')
  @HttpCode(204)
  @Requires('feedback.merge')
  takeForAlike(@Me() me: Member, @Id() id: string, @Id('other') other: string): Promise<void> {
    return this.lookAlikes.takeForAlike(me, id, other);
  }
}
