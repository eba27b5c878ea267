import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { PageQuery } from '../access/page.dto.js';
import type { ActionState } from '../domain/action.js';
import {
  analysisStates,
  branches,
  causeStatuses,
  participantKinds,
  titleMaximum,
  type AnalysisMove,
  type AnalysisState,
  type Branch,
  type CauseStatus,
  type ParticipantKind,
} from '../domain/analysis.js';
import type { FeedbackKind } from '../domain/feedback.js';
import type { HistoryEntryDto } from '../journal/journal.dto.js';

/** What an analysis starts from. */
export class OpenAnalysisDto {
  /** One whose analysis is open already leads to that analysis. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  feedbackIds!: string[];

  /** The lowest unit that holds all of the feedback, unless said. */
  @IsUUID()
  @IsOptional()
  unitId?: string;
}

/** The words of an analysis, all of them, as they are to stand. */
export class UpdateAnalysisDto {
  /** The version that was read; another since then is a 409 that tells it. */
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version!: number;

  @IsString()
  @Length(3, titleMaximum)
  @Matches(/\S/)
  title!: string;

  @IsUUID()
  unitId!: string;

  @IsString()
  @MaxLength(5000)
  @IsOptional()
  problem: string = '';

  @IsString()
  @MaxLength(5000)
  @IsOptional()
  notes: string = '';

  @IsString()
  @MaxLength(5000)
  @IsOptional()
  conclusion: string = '';

  /** ISO day on which the team met. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  heldOn?: string;
}

/** Somebody who took part. */
export class SaveParticipantDto {
  @IsIn(participantKinds)
  kind!: ParticipantKind;

  /** A name or a role; without one, « un usager ». */
  @IsString()
  @Length(1, 120)
  @Matches(/\S/)
  @IsOptional()
  name?: string;
}

/** A cause, all of it, as it is to stand. */
export class SaveCauseDto {
  /** The version that was read, `0` for a new one; another since then is a 409 that tells it. */
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  version!: number;

  /** What explains a cause takes its branch. */
  @IsIn(branches)
  branch!: Branch;

  /** The cause that this one explains. */
  @IsUUID()
  @IsOptional()
  parentId?: string;

  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  wording!: string;

  @IsIn(causeStatuses)
  @IsOptional()
  status: CauseStatus = 'supposed';

  /** What shows it; a verified cause needs it. */
  @ValidateIf(
    ({ status, evidence }: SaveCauseDto) => status === 'verified' || evidence !== undefined,
  )
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  evidence?: string;
}

/** The filters of the list; each narrows it. */
export class AnalysisQuery extends PageQuery {
  @IsIn(analysisStates)
  @IsOptional()
  state?: AnalysisState;

  @IsUUID()
  @IsOptional()
  unitId?: string;

  @IsString()
  @MaxLength(200)
  @IsOptional()
  q?: string;
}

/** An analysis as a row of a list. */
export interface AnalysisSummaryDto {
  id: string;
  reference: string;
  title: string;
  state: AnalysisState;
  unit: { id: string; name: string };
  /** ISO day. */
  heldOn: string | null;
  concludedOn: string | null;
  feedback: number;
  participants: number;
  causes: number;
  verified: number;
}

/** A feedback that an analysis covers; of one that I may not see, the reference alone. */
export interface CoveredFeedbackDto {
  reference: string;
  seen: { id: string; kind: FeedbackKind; excerpt: string; receivedOn: string } | null;
}

export interface ParticipantDto {
  id: string;
  kind: ParticipantKind;
  name: string | null;
}

/** An action that was opened from a cause. */
export interface RemedyDto {
  id: string;
  reference: string;
  title: string;
  state: ActionState;
}

export interface CauseDto {
  id: string;
  parentId: string | null;
  branch: Branch;
  wording: string;
  status: CauseStatus;
  evidence: string | null;
  version: number;
  /** Those that I may see. */
  actions: RemedyDto[];
}

/** Everything about one analysis. */
export interface AnalysisDto {
  id: string;
  reference: string;
  title: string;
  problem: string;
  notes: string;
  conclusion: string;
  state: AnalysisState;
  unit: { id: string; name: string };
  heldOn: string | null;
  concludedOn: string | null;
  version: number;
  feedback: CoveredFeedbackDto[];
  participants: ParticipantDto[];
  /** In the order in which they were written. */
  causes: CauseDto[];
  history: HistoryEntryDto[];
  /** Whether I may change it as it stands: a concluded one is opened again first. */
  mayWrite: boolean;
  moves: AnalysisMove[];
  /** What is missing before it may be concluded, as codes. */
  obstacles: string[];
  /** The feedback from which I may open an action, if there is one. */
  actableFeedbackId: string | null;
}

/** A cause as an action that is to be opened from it shows it. */
export interface CauseOriginDto {
  id: string;
  wording: string;
  analysis: { id: string; reference: string; title: string; unitId: string };
}
