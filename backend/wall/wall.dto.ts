import { IsOptional, IsString, Length, Matches } from 'class-validator';
import type { FeedbackKind } from '../domain/feedback.js';
import { wallMaximum } from '../domain/wall.js';

/** What the wall is to show of a feedback. */
export class ShowOnWallDto {
  /** The words, without a name or a detail that tells who spoke. */
  @IsString()
  @Length(1, wallMaximum)
  @Matches(/\S/)
  words!: string;

  /** What was done about it, where something was. */
  @IsString()
  @Length(1, wallMaximum)
  @Matches(/\S/)
  @IsOptional()
  outcome?: string;
}

/** What the wall shows, or showed, of a feedback. */
export interface WallWordDto {
  words: string;
  outcome: string | null;
  publishedBy: string;
  publishedAt: string;
  /** Null while it is shown. */
  withdrawnAt: string | null;
}

/** Where a feedback stands with the wall. */
export interface WallPlaceDto {
  /** Whether whoever spoke agreed. */
  consent: boolean;
  word: WallWordDto | null;
  /** Whether something was done or answered, so that it can be told. */
  mayTellOutcome: boolean;
}

/** A feedback of which the wall could show the words. */
export interface WallCandidateDto {
  feedbackId: string;
  reference: string;
  kind: FeedbackKind;
  body: string;
  unit: string;
  /** ISO day. */
  receivedOn: string;
}

/** What is on a wall, for those who moderate it. */
export interface WallShownDto extends WallWordDto {
  feedbackId: string;
  reference: string;
  unit: string;
}

/** What awaits, oldest first, and what is shown, newest first. */
export interface ModerationDto {
  awaiting: WallCandidateDto[];
  shown: WallShownDto[];
}

/** A card of the wall. */
export interface WallCardDto {
  kind: FeedbackKind;
  words: string;
  outcome: string | null;
  /** `2026-11`: a day would help to tell who spoke. */
  month: string;
}

/** What the screen of a hall shows. */
export interface PublicWallDto {
  unitName: string;
  organizationName: string;
  colour: string;
  cards: WallCardDto[];
}
