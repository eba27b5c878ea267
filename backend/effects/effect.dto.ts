import {
  IsDateString,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { verdicts, type Verdict } from '../domain/action.js';
import type { Reading } from '../domain/effectiveness.js';

/** What was found when the effect was looked for. */
export class GiveVerdictDto {
  @IsIn(verdicts)
  verdict!: Verdict;

  /** How it is known; needed where the figures do not say the same. */
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  note?: string;
}

/** The action that takes over from one that did not work. */
export class OpenSuccessorDto {
  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  title!: string;

  @IsUUID()
  ownerId!: string;

  /** ISO day. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  dueOn!: string;

  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  description?: string;

  /** How it is known that the one before did not work; needed where the figures do not say so. */
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  note?: string;
}

/** Why a feedback that looks like another is not the same. */
export class DismissRecurrenceDto {
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  @IsOptional()
  why?: string;
}

/** A feedback that tells again what led to an action that was done. */
export interface RecurrenceDto {
  feedbackId: string;
  reference: string;
  /** The first 200 characters of the body; null of a unit that I may not see. */
  excerpt: string | null;
  unitName: string;
  /** ISO day. */
  receivedOn: string;
  /** Who said that it is not the same, and why; null where it stands. */
  dismissed: { who: string; why: string | null } | null;
}

/** The verdict that was given, with the figures as they were then. */
export interface GivenVerdictDto {
  verdict: Verdict;
  note: string | null;
  who: string | null;
  /** ISO day. */
  on: string;
  reading: Reading | null;
}

/** What is known of an action's effect. */
export interface EffectDto {
  /** ISO day from which its verifier is asked; null until it is done. */
  dueOn: string | null;
  /** What the figures say today; null where none are looked at, and once the verdict is given. */
  reading: Reading | null;
  given: GivenVerdictDto | null;
  /** What came back, the last first. */
  recurrences: RecurrenceDto[];
  /** Whether I may say that one of them is not the same. */
  mayDismiss: boolean;
}

/** An action whose trouble a feedback seems to tell again. */
export interface RecurrenceOfDto {
  id: string;
  reference: string;
  title: string;
  /** ISO day. */
  doneOn: string;
}
