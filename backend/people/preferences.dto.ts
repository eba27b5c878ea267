import { Type } from 'class-transformer';
import {
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { digestFrequencies, type DigestFrequency } from '../domain/digest.js';
import type { NamedDto } from './people.dto.js';

/** A holiday, both ends included, and who is told meanwhile. */
export class SaveAwayDto {
  @IsDateString({ strict: true })
  @Length(10, 10)
  from!: string;

  @IsDateString({ strict: true })
  @Length(10, 10)
  until!: string;

  /** A member of the organisation; nobody is told where there is none. */
  @IsUUID()
  @IsOptional()
  standInId?: string | null;
}

/** What I wish of my reminders. */
export class SavePreferencesDto {
  @IsIn(digestFrequencies)
  frequency!: DigestFrequency;

  /** The weekday of a weekly digest, 0 for Sunday. */
  @IsInt()
  @Min(0)
  @Max(6)
  weekday!: number;

  /** Null for no holiday. */
  @ValidateNested()
  @Type(() => SaveAwayDto)
  @IsOptional()
  away?: SaveAwayDto | null;
}

/** Words of a name, for a stand-in. */
export class StandInsQuery {
  @IsString()
  @MaxLength(120)
  @IsOptional()
  q: string = '';
}

/** Somebody who may stand in for me. */
export interface StandInDto extends NamedDto {
  unitName: string;
}

/** A colleague for whom I stand in. */
export interface ReplacedDto extends NamedDto {
  from: string;
  until: string;
}

/** My holiday, and who is told meanwhile. */
export interface AwayDto {
  from: string;
  until: string;
  standIn: NamedDto | null;
  /** Whether whoever stands in is away themselves on one of those days. */
  standInAway: boolean;
}

/** What I wish of my reminders, and what it depends on. */
export interface PreferencesDto {
  frequency: DigestFrequency;
  weekday: number;
  /** The weekdays on which my organisation writes, 0 for Sunday. */
  weekdays: number[];
  away: AwayDto | null;
  /** The holidays of others, from today on, during which I am told in their stead. */
  replaces: ReplacedDto[];
  /** The day it is where the organisation is. */
  today: string;
}
