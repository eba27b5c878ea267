import { Controller, Get, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import type { OwedStepDto } from '../work/steps.dto.js';
import type { ActionFigures } from '../domain/action-figures.js';
import { ActionFiltersQuery, DrawnQuery, type DrawnDto } from './action-views.dto.js';
import { ActionViews } from './action-views.service.js';

/** The list of actions seen otherwise: counted, on a board, on a line of time, in a calendar. */
@Controller('actions')
@Requires('signed-in')
export class ActionViewsController {
  constructor(private readonly views: ActionViews) {}

  /** How many the filters let through, in which state, and how long those that are done took. */
  @Get('counts')
  count(@Me() me: Member, @Query() filters: ActionFiltersQuery): Promise<ActionFigures> {
    return this.views.count(me, filters);
  }

  /** What I am to do of others' actions, the most pressing first. */
  @Get('steps')
  steps(@Me() me: Member): Promise<OwedStepDto[]> {
    return this.views.steps(me);
  }

  /** What the filters let through, as far as one drawing holds. */
  @Get('drawn')
  draw(@Me() me: Member, @Query() query: DrawnQuery): Promise<DrawnDto> {
    return this.views.draw(me, query);
  }
}
