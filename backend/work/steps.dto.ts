import {
  ArrayMaxSize,
  IsArray,
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import type { StepDto } from '../actions/action-work.dto.js';
import { stepsMaximum, stepTitleMaximum } from '../domain/action-work.js';

/** A step, all of it, as it is to stand. */
export class SaveStepDto {
  /** The version that was read, `0` for a new one; another since then is a 409 that tells it. */
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  version!: number;

  @IsString()
  @Length(1, stepTitleMaximum)
  @Matches(/\S/)
  title!: string;

  /** ISO day; it may come after the action's own. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  dueOn?: string;

  /** Whoever does it; the action's owner where nobody is said. */
  @IsUUID()
  @IsOptional()
  ownerId?: string;
}

/** The steps in another order: all of them, by their ids. */
export class OrderStepsDto {
  @IsArray()
  @ArrayMaxSize(stepsMaximum)
  @IsUUID(undefined, { each: true })
  order!: string[];
}

/** A step that somebody is to do of another's action. */
export interface OwedStepDto extends Pick<StepDto, 'id' | 'title' | 'dueOn' | 'late'> {
  action: { id: string; reference: string; title: string };
  /** Whoever leads that action. */
  ownerName: string;
}
