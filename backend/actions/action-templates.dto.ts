import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  actionKinds,
  participations,
  type ActionKind,
  type Participation,
} from '../domain/action.js';
import { stepsMaximum, stepTitleMaximum } from '../domain/action-work.js';

/** A step of a template, dated from the day on which the action starts. */
export class TemplateStepDto {
  @IsString()
  @Length(1, stepTitleMaximum)
  @Matches(/\S/)
  title!: string;

  /** How many days after the start it is due; no day where nothing is said. */
  @IsInt()
  @Min(0)
  @Max(1095)
  @IsOptional()
  afterDays?: number;
}

/** The words that an action started from it begins with; nothing that names a person or a unit. */
export class TemplateContentDto {
  @IsIn(actionKinds)
  kind!: ActionKind;

  @IsString()
  @MaxLength(160)
  @IsOptional()
  title?: string;

  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  description?: string;

  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  rationale?: string;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  criterion?: string;

  /** For how many days what led to it must not come back. */
  @IsInt()
  @Min(1)
  @Max(730)
  @IsOptional()
  checkDays?: number;

  @IsIn(participations)
  @IsOptional()
  participation?: Participation;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  skills?: string;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  stakeholders?: string;

  /** How long it is given, from the day on which it opens. */
  @IsInt()
  @Min(1)
  @Max(1095)
  @IsOptional()
  days?: number;

  @IsArray()
  @ArrayMaxSize(stepsMaximum)
  @ValidateNested({ each: true })
  @Type(() => TemplateStepDto)
  steps!: TemplateStepDto[];
}

/** What an action may start from. */
export class ActionTemplateInputDto {
  @IsString()
  @Length(2, 80)
  @Matches(/\S/)
  name!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => TemplateContentDto)
  content!: TemplateContentDto;
}

export interface ActionTemplateDto {
  id: string;
  name: string;
  content: TemplateContentDto;
}
