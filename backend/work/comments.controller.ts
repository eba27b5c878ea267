import { Body, Controller, Delete, HttpCode, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { ActionRecords } from '../actions/action-record.service.js';
import type { ActionDto } from '../actions/actions.dto.js';
import { SaveCommentDto } from './comments.dto.js';
import { Comments } from './comments.service.js';

/** What is said about an action. */
@Controller('actions/:id')
@Requires('signed-in')
export class CommentsController {
  constructor(
    private readonly comments: Comments,
    private readonly records: ActionRecords,
  ) {}

  /** Says something, or says what one said otherwise. */
  @Put('comments/:part')
  async save(
    @Me() me: Member,
    @Id() id: string,
    @Id('part') part: string,
    @Body() { body }: SaveCommentDto,
  ): Promise<ActionDto> {
    await this.comments.save(me, id, part, body);
    return this.records.read(me, id);
  }

  /** Takes back what one said. */
  @Delete('comments/:part')
  async remove(@Me() me: Member, @Id() id: string, @Id('part') part: string): Promise<ActionDto> {
    await this.comments.remove(me, id, part);
    return this.records.read(me, id);
  }

  /** Notes that I have seen where I am mentioned. */
  @Put('mentions/seen')
  @HttpCode(204)
  see(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.comments.see(me, id);
  }
}
