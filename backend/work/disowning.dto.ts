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
