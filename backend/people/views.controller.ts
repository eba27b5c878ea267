import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { SaveViewDto, UpdateViewDto, ViewsQuery, type ViewDto } from './views.dto.js';
import { Views } from './views.service.js';

/** Lists' filters, kept under a name. */
@Controller('views')
export class ViewsController {
  constructor(private readonly views: Views) {}

  /** The views of a list that I may open. */
  @Get()
  @Requires('feedback.read')
  list(@Me() me: Member, @Query() { room }: ViewsQuery): Promise<ViewDto[]> {
    return this.views.list(me, room);
  }

  /** Keeps a view. */
  @Post()
  @Requires('feedback.read')
  save(@Me() me: Member, @Body() view: SaveViewDto): Promise<ViewDto[]> {
    return this.views.save(me, view);
  }

  /** Changes a view of mine. */
  @Patch(':id')
  @Requires('feedback.read')
  update(@Me() me: Member, @Id() id: string, @Body() changes: UpdateViewDto): Promise<ViewDto[]> {
    return this.views.update(me, id, changes);
  }

  /** Forgets a view of mine. */
  @Delete(':id')
  @HttpCode(200)
  @Requires('feedback.read')
  delete(@Me() me: Member, @Id() id: string): Promise<ViewDto[]> {
    return this.views.delete(me, id);
  }

  /** Opens the list with it from now on, for me. */
  @Put(':id/usual')
  @Requires('feedback.read')
  makeUsual(@Me() me: Member, @Id() id: string): Promise<ViewDto[]> {
    return this.views.setUsual(me, id, true);
  }

  /** Opens the list without it again. */
  @Delete(':id/usual')
  @HttpCode(200)
  @Requires('feedback.read')
  makeUnusual(@Me() me: Member, @Id() id: string): Promise<ViewDto[]> {
    return this.views.setUsual(me, id, false);
  }
}
