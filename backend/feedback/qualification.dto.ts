import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import {
  feedbackKinds,
  type FeedbackKind,
  type Frequency,
  type Severity,
} from '../domain/feedback.js';

/** What triage settles. */
export class QualifyFeedbackDto {
  @IsUUID()
  themeId!: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(4)
  severity!: Severity;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(4)
  frequency!: Frequency;

  @IsUUID()
  unitId!: string;

  /** Who owes the answer, among those who may answer there; without one, the unit's managers do. */
  @IsUUID()
  @IsOptional()
  answerOwnerId?: string;

  /** What it really is, where whoever logged it took it for something else. */
  @IsIn(feedbackKinds)
  @IsOptional()
  kind?: FeedbackKind;
}

/** Whose answer is looked for. */
export class AnswerOwnersQuery {
  @IsUUID()
  unitId!: string;
}
