import { IsString, Length, Matches } from 'class-validator';

/** Why an action is not its owner's. */
export class DisownActionDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  note!: string;
}

/** Why it stays its owner's. */
export class KeepOwnerDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

/** That the owner said an action is not theirs, and what I may do about it. */
export interface DisowningDto {
  /** ISO day. */
  on: string;
  note: string;
  /** Whether I lead there: I entrust it to somebody else, or say that it stays. */
  mayDecide: boolean;
  /** Whether I own it, and may take it back. */
  mine: boolean;
}
