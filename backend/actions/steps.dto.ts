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
import { stepsMaximum, stepTitleMaximum } from '../domain/action-work.js';
import type { NamedDto } from '../people/people.dto.js';

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

/** One thing to do on the way to an action's end. */
export interface StepDto {
  id: string;
  /** To be sent back with a change. */
  version: number;
  title: string;
  dueOn: string | null;
  /** Null where the action's owner does it. */
  owner: NamedDto | null;
  doneOn: string | null;
  doneBy: string | null;
  /** Whether its day has gone by without it. */
  late: boolean;
}

/** A step that somebody is to do of another's action. */
export interface OwedStepDto extends Pick<StepDto, 'id' | 'title' | 'dueOn' | 'late'> {
  action: { id: string; reference: string; title: string };
  /** Whoever leads that action. */
  ownerName: string;
}
