import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../access/page.dto.js';
import type { ActionSummaryDto } from '../actions/actions.dto.js';
import type { PlanProgress, PlanSpending } from '../domain/plan.js';
import type { HistoryEntryDto } from '../journal/journal.dto.js';

/** What a plan wants to change. */
export class ObjectiveInputDto {
  /** Chosen by whoever writes it, so that one that is sent twice is one. */
  @IsUUID()
  id!: string;

  @IsString()
  @Length(3, 300)
  @Matches(/\S/)
  wording!: string;
}

/** The words of a plan, all of them, as they are to stand; what is left out is emptied. */
export class PlanWordsDto {
  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  title!: string;

  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  description?: string;

  @IsUUID()
  unitId!: string;

  /** Whoever leads it. */
  @IsUUID()
  pilotId!: string;

  /** ISO day of its start. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  fromDay!: string;

  /** ISO day of its end. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  toDay!: string;

  /** In euros. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(99_999_999_999)
  @IsOptional()
  budget?: number;

  /** Who steers it, and how often they meet. */
  @IsString()
  @MaxLength(5000)
  @IsOptional()
  governance?: string;

  /** In their order; the actions of one that is left out stay in the plan. */
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique(({ id }: ObjectiveInputDto) => id)
  @ValidateNested({ each: true })
  @Type(() => ObjectiveInputDto)
  @IsOptional()
  objectives: ObjectiveInputDto[] = [];
}

/** A plan's words as they are to stand. */
export class EditPlanDto extends PlanWordsDto {
  /** The version that was read; another since then is a 409 that tells what stands now. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version!: number;
}

/** The filters of the list; each narrows it. */
export class PlanQuery extends PageQuery {
  /** `running`: not over yet; `over`: past its last day. */
  @IsIn(['running', 'over'])
  @IsOptional()
  status?: 'running' | 'over';

  @IsUUID()
  @IsOptional()
  unitId?: string;

  @IsString()
  @MaxLength(200)
  @IsOptional()
  q?: string;
}

/** Where an action stands in a plan, and what it counts for. */
export class PlaceActionDto {
  /** The objective it serves; none: the plan as a whole. */
  @IsUUID()
  @IsOptional()
  objectiveId?: string;

  /** What it counts for in the plan's progress; what it counted for where nothing is said. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0.01)
  @Max(1000)
  @IsOptional()
  weight?: number;
}

/** A plan as a row of a list. */
export interface PlanSummaryDto {
  id: string;
  reference: string;
  title: string;
  unit: { id: string; name: string };
  pilot: { id: string; name: string };
  fromDay: string;
  toDay: string;
  progress: PlanProgress;
  /** How much of its time is over, per cent. */
  elapsed: number;
}

/** What a plan wants to change, and how far that has come. */
export interface ObjectiveDto {
  id: string;
  wording: string;
  progress: PlanProgress;
}

/** An action where it stands in a plan. */
export interface PlanActionDto extends ActionSummaryDto {
  objectiveId: string | null;
  weight: number;
  /** In euros. */
  cost: number | null;
}

/** Everything about one plan. */
export interface PlanDto extends PlanSummaryDto {
  /** To be sent back with a change. */
  version: number;
  description: string;
  budget: number | null;
  spending: PlanSpending;
  governance: string;
  objectives: ObjectiveDto[];
  /** Those that I may see, what is late first. */
  actions: PlanActionDto[];
  /** How many others are counted in its progress. */
  hidden: number;
  mayWrite: boolean;
  history: HistoryEntryDto[];
}
