import { IsDateString, IsString, Length, Matches, MaxLength } from 'class-validator';
import type { ScorecardFigures } from '../domain/scorecard.js';

/** Freezes the figures of a period and gives them to the elected officials. */
export class PublishScorecardDto {
  @IsString()
  @Length(3, 120)
  @Matches(/\S/)
  title!: string;

  /** First ISO day of the period. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  from!: string;

  /** Last ISO day of the period. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  to!: string;

  /** What the figures do not say. */
  @IsString()
  @MaxLength(4000)
  comment!: string;
}

/** The period that is asked for. */
export class PeriodQuery {
  @IsDateString({ strict: true })
  @Length(10, 10)
  from!: string;

  @IsDateString({ strict: true })
  @Length(10, 10)
  to!: string;
}

export interface ScorecardSummaryDto {
  id: string;
  title: string;
  from: string;
  to: string;
  /** ISO instant. */
  publishedAt: string;
  publishedBy: string;
}

export interface ScorecardDto extends ScorecardSummaryDto {
  comment: string;
  figures: ScorecardFigures;
}
