import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { attachmentsMaximum } from '../domain/attachments.js';
import { languages, type Language } from '../domain/languages.js';

/** What the answer to whoever spoke says. */
export class PreviewAnswerDto {
  @IsString()
  @Length(3, 10_000)
  @Matches(/\S/)
  body!: string;
}

/** The answer to whoever spoke. */
export class AnswerFeedbackDto extends PreviewAnswerDto {
  /** Files that a member added to the feedback, to go with this answer. */
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(attachmentsMaximum)
  @ArrayUnique()
  @IsOptional()
  attachmentIds: string[] = [];
}

/** A wording to start an answer from; what may be left open is in backend/domain/templates.ts. */
export class AnswerTemplateInputDto {
  @IsString()
  @Length(2, 80)
  @Matches(/\S/)
  name!: string;

  @IsIn(languages)
  language!: Language;

  @IsString()
  @Length(3, 10_000)
  @Matches(/\S/)
  body!: string;
}

/** What whoever spoke thinks of what became of it. */
export class RateUsefulnessDto {
  @IsBoolean()
  useful!: boolean;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  comment?: string;
}

/** Whether whoever spoke wants to be told when something moves. */
export class WantNewsDto {
  @IsBoolean()
  wanted!: boolean;
}

export interface AnswerTemplateDto {
  id: string;
  name: string;
  language: Language;
  body: string;
}

/** An answer as it would leave. */
export interface AnswerPreviewDto {
  /** The letter, where one would leave; null where the answer is read on the follow-up page alone. */
  letter: { recipient: string; subject: string; html: string } | null;
  language: Language;
}

export interface UsefulnessDto {
  useful: boolean;
  comment: string | null;
  /** ISO day. */
  givenOn: string;
}

/** Somebody who read a feedback. */
export interface ViewDto {
  who: string;
  /** ISO instants. */
  firstAt: string;
  lastAt: string;
}
