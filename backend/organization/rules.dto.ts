import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  clocks,
  deadlineUnits,
  type Clock,
  type DeadlineRule,
  type DeadlineUnit,
} from '../domain/deadlines.js';
import {
  channels,
  feedbackKinds,
  type Channel,
  type CriticalityGrid,
  type FeedbackKind,
} from '../domain/feedback.js';
import type { ThemeDto } from './organization.dto.js';

/** One version of the grid: criticality by severity (rows) and frequency (columns). */
export interface GridDto {
  version: number;
  cells: CriticalityGrid;
}

/** A version of the grid, with who made it and when; nobody made the first. */
export interface GridVersionDto extends GridDto {
  by: string | null;
  /** ISO instant. */
  at: string;
}

/** A theme, and how many feedback are about it. */
export interface ThemeInUseDto extends ThemeDto {
  used: number;
}

/** All the rules of an organisation. */
export interface RulesDto {
  deadlines: DeadlineRule[];
  /** The grid's versions, the one in use first. */
  grids: GridVersionDto[];
  themes: ThemeInUseDto[];
}

/** How long a clock runs; without a kind or a channel, for all. */
export class DeadlineRuleDto {
  @IsIn(clocks)
  clock!: Clock;

  @IsIn(feedbackKinds)
  @IsOptional()
  kind?: FeedbackKind;

  @IsIn(channels)
  @IsOptional()
  channel?: Channel;

  @IsInt()
  @Min(1)
  @Max(366)
  amount!: number;

  @IsIn(deadlineUnits)
  unit!: DeadlineUnit;

  /** The text or the commitment that it comes from. */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  basis!: string;
}

/** All the deadlines; they take the place of those before, for what comes in from now on. */
export class SetDeadlinesDto {
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => DeadlineRuleDto)
  rules!: DeadlineRuleDto[];
}

/** A new version of the grid. */
export class SetGridDto {
  /** Four rows, one for each severity, of four cells, one for each frequency. */
  @IsArray()
  @ArrayMaxSize(4)
  cells!: number[][];

  /** The version that it was made from; refused where another came since. */
  @IsInt()
  from!: number;
}

export class CreateThemeDto {
  @IsString()
  @Length(2, 80)
  @Matches(/\S/)
  label!: string;
}

/** What may change of a theme. */
export class UpdateThemeDto {
  @IsString()
  @Length(2, 80)
  @Matches(/\S/)
  @IsOptional()
  label?: string;

  @IsBoolean()
  @IsOptional()
  setAside?: boolean;
}

/** The themes in their new order; those that are not named come after. */
export class OrderThemesDto {
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}
