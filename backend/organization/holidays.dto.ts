import { IsDateString, Length } from 'class-validator';

/** The days between which public holidays are asked for. */
export class HolidaysQuery {
  @IsDateString({ strict: true })
  @Length(10, 10)
  from!: string;

  /** ISO day, a year later at most. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  to!: string;
}

/** A public holiday where the organisation works. */
export interface HolidayDto {
  /** ISO day. */
  day: string;
  name: string;
}
