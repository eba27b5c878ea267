import { Type } from 'class-transformer';
import {
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
} from 'class-validator';
import {
  actionKinds,
  checkMethods,
  participations,
  ratings,
  type ActionKind,
  type CheckMethod,
  type Participation,
  type Rating,
} from '../domain/action.js';

/** What may be said of an action; what is left out is empty. */
export class ActionWordsDto {
  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  description?: string;

  /** Why it is done. */
  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  rationale?: string;

  /** Whoever will verify the effect; never the owner. */
  @IsUUID()
  @IsOptional()
  verifierId?: string;

  /** What will tell that the action worked. */
  @IsString()
  @MaxLength(2000)
  @IsOptional()
  criterion?: string;

  @IsIn(checkMethods)
  @IsOptional()
  checkMethod?: CheckMethod;

  /** When the effect is due to be verified; as soon as the action is done where nothing is said. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  checkOn?: string;

  /** The indicator that tells, where `checkMethod` is `indicator`. */
  @IsUUID()
  @IsOptional()
  checkIndicatorId?: string;

  /** The share that the indicator is expected to reach, 0 to 1. */
  @IsNumber()
  @Min(0)
  @Max(1)
  @IsOptional()
  checkTarget?: number;

  /** For how many days what led to it must not come back, where `checkMethod` is `recurrence`. */
  @IsInt()
  @Min(1)
  @Max(730)
  @IsOptional()
  checkDays?: number;

  /** ISO day. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  startOn?: string;

  @IsIn(participations)
  @IsOptional()
  participation?: Participation;

  /** Who of the users took part, in words. */
  @IsString()
  @MaxLength(2000)
  @IsOptional()
  participants?: string;

  /** How easy it is, 1 to 4. */
  @IsIn(ratings)
  @IsOptional()
  feasibility?: Rating;

  /** How much it changes, 1 to 4. */
  @IsIn(ratings)
  @IsOptional()
  impact?: Rating;

  /** In euros. */
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(999_999_999)
  @IsOptional()
  cost?: number;

  /** Working days of all who take part. */
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(99_999)
  @IsOptional()
  effortDays?: number;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  skills?: string;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  stakeholders?: string;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  levers?: string;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  obstacles?: string;
}

/** An action's words as they are to stand: what is left out is emptied. */
export class EditActionDto extends ActionWordsDto {
  /** The version that was read; another since then is a 409 that tells what stands now. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version!: number;

  @IsIn(actionKinds)
  kind!: ActionKind;

  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  title!: string;

  @IsUUID()
  unitId!: string;

  @IsUUID()
  ownerId!: string;
}
