import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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
import { batchMaximum, type Frequency, type Severity } from '../domain/feedback.js';
import { FeedbackQuery } from '../feedback/feedback.dto.js';

/** The list's filters and order: all that they let through. */
export class BatchFilters extends OmitType(FeedbackQuery, ['page', 'pageSize']) {}

/** What changes: a reason to dismiss, or parts of the qualification. */
export class BatchChangeDto {
  @IsUUID()
  @IsOptional()
  themeId?: string;

  @IsUUID()
  @IsOptional()
  unitId?: string;

  @IsInt()
  @Min(1)
  @Max(4)
  @IsOptional()
  severity?: Severity;

  @IsInt()
  @Min(1)
  @Max(4)
  @IsOptional()
  frequency?: Frequency;

  @IsUUID()
  @IsOptional()
  answerOwnerId?: string;

  /** Why all of them are dismissed; the reporters can read it. */
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  dismissal?: string;
}

/** A change of many feedback at once, named or found by filters. */
export class ChangeManyDto {
  @IsArray()
  @ArrayMaxSize(batchMaximum)
  @IsUUID(undefined, { each: true })
  @IsOptional()
  ids?: string[];

  @ValidateNested()
  @Type(() => BatchFilters)
  @IsOptional()
  filters?: BatchFilters;

  @ValidateNested()
  @Type(() => BatchChangeDto)
  change!: BatchChangeDto;
}

/** A feedback that a change of many left as it was, and why. */
export interface SkippedDto {
  id: string;
  /** Null for one that I may not see. */
  reference: string | null;
  code: string;
  message: string;
}

/** What a change of many did, or what its undoing did. */
export interface BatchDto {
  id: string;
  changed: number;
  skipped: SkippedDto[];
}
