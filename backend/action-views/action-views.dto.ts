import { OmitType } from '@nestjs/swagger';
import { IsDateString, IsOptional, Length } from 'class-validator';
import { ActionQuery, type ActionSummaryDto } from '../actions/actions.dto.js';
import type { ActionMove } from '../domain/action.js';
import type { DependencyDto } from './dependencies.dto.js';

/** The filters of the list, for what is counted or drawn as a whole. */
export class ActionFiltersQuery extends OmitType(ActionQuery, ['page', 'pageSize']) {}

/** The filters, and the days that are on show. */
export class DrawnQuery extends ActionFiltersQuery {
  /** ISO day: only what is due or checked from then on is drawn. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  seenFrom?: string;

  /** The last day on show. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  seenTo?: string;
}

/** An action as a card or a bar. */
export interface DrawnActionDto extends ActionSummaryDto {
  /** ISO day. */
  createdOn: string;
  startOn: string | null;
  /** When its effect is to be looked for. */
  checkOn: string | null;
  /** Feasibility × impact, 1 to 16. */
  priority: number | null;
  /** What it serves in its plan. */
  objectiveId: string | null;
  /** The moves that the state allows to this reader. */
  moves: ActionMove[];
  mayReport: boolean;
}

/** What a board, a timeline or a calendar draws. */
export interface DrawnDto {
  items: DrawnActionDto[];
  /** How many the filters let through, whichever days are on show. */
  total: number;
  /** How many of them are on show; beyond what one drawing holds, more than `items`. */
  seen: number;
  /** Which of them come after which. */
  dependencies: DependencyDto[];
}
