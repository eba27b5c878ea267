import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../access/page.dto.js';
import { ActionWordsDto } from './action-words.dto.js';
import type { ActionWorkDto, DisowningDto } from './action-work.dto.js';
import {
  actionKinds,
  actionStates,
  originKinds,
  type ActionKind,
  type ActionMove,
  type ActionState,
  type OriginKind,
  type CheckMethod,
  type Participation,
  type Rating,
} from '../domain/action.js';
import { priorityNames, type PriorityBand } from '../domain/priority.js';
import type { ThreadStep } from '../domain/thread.js';
import type { ConsequenceDto } from '../feedback/feedback.dto.js';
import type { ActionPlanDto } from './programmes.dto.js';
import type { DeferralDto } from './deferrals.dto.js';
import type { HistoryEntryDto } from '../journal/journal.dto.js';

/** Why an action exists. */
export class OriginInputDto {
  @IsIn(originKinds)
  kind!: OriginKind;

  /** The feedback it comes from, where `kind` is `feedback`. */
  @IsUUID()
  @IsOptional()
  feedbackId?: string;

  /** The cause it comes from, where `kind` is `analysis_cause`; the analysis's feedback follow. */
  @IsUUID()
  @IsOptional()
  causeId?: string;

  /** The survey it comes from, where `kind` is `survey`. */
  @IsUUID()
  @IsOptional()
  surveyId?: string;

  /** The indicator it comes from, where `kind` is `indicator`. */
  @IsUUID()
  @IsOptional()
  indicatorId?: string;

  /**
   * The finding or the recommendation in words (a HAS criterion, a report's paragraph); of a survey
   * or an indicator, the point that was seen.
   */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  @IsOptional()
  reference?: string;
}

/** A new action; the law asks for one origin at least. */
export class OpenActionDto extends ActionWordsDto {
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

  /** ISO day. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  dueOn!: string;

  /** The plan that it is part of. */
  @IsUUID()
  @IsOptional()
  planId?: string;

  /** The objective of that plan which it serves. */
  @IsUUID()
  @IsOptional()
  objectiveId?: string;

  /** The template whose steps it takes. */
  @IsUUID()
  @IsOptional()
  templateId?: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => OriginInputDto)
  origins!: OriginInputDto[];
}

export const actionSorts = ['dueOn', '-dueOn', '-createdAt'] as const;
export type ActionSort = (typeof actionSorts)[number];

/** The filters of the list; each narrows it. */
export class ActionQuery extends PageQuery {
  @IsIn(actionStates)
  @IsOptional()
  state?: ActionState;

  /**
   * `open`: planned or in progress; `late`: open and past its due date; `toVerify`: done, and I am
   * to verify it today; `unsettled`: all but those that are verified or cancelled.
   */
  @IsIn(['open', 'late', 'toVerify', 'unsettled'])
  @IsOptional()
  status?: 'open' | 'late' | 'toVerify' | 'unsettled';

  @IsIn(actionKinds)
  @IsOptional()
  kind?: ActionKind;

  @IsUUID()
  @IsOptional()
  unitId?: string;

  /** A person's id, or `me`. */
  @Matches(/^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i)
  @IsOptional()
  owner?: string;

  @IsIn(priorityNames)
  @IsOptional()
  priority?: PriorityBand;

  /** The first day on which it may be due, ISO. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  dueFrom?: string;

  /** The last one. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  dueTo?: string;

  @IsUUID()
  @IsOptional()
  plan?: string;

  @IsString()
  @MaxLength(200)
  @IsOptional()
  q?: string;

  @IsIn(actionSorts)
  @IsOptional()
  sort: ActionSort = 'dueOn';
}

/** How far the work has come. */
export class ReportProgressDto {
  /** Per cent, 0 to 100. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  progress!: number;

  @IsString()
  @MaxLength(2000)
  @IsOptional()
  note?: string;

  /** Whether the work is finished, and its effect may be verified. */
  @IsBoolean()
  @IsOptional()
  done: boolean = false;
}

/** Why the action stops. */
export class CancelActionDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

/** An action as a row of a list. */
export interface ActionSummaryDto extends ConsequenceDto {
  unit: { id: string; name: string };
}

/** A feedback as an action that answers it shows it. */
export interface VoiceDto {
  id: string;
  reference: string;
  excerpt: string;
  /** ISO days; null while it is not answered. */
  receivedOn: string;
  answeredOn: string | null;
  /** Whether whoever spoke can be told what became of it. */
  reachable: boolean;
}

/** An origin as the record shows it. */
export interface OriginDto {
  id: string;
  kind: OriginKind;
  reference: string;
  /** The word it answers; of one that I may not see, nothing. */
  feedback: VoiceDto | null;
  /** The cause that an analysis found; of an analysis that I may not see, nothing. */
  cause: { id: string; wording: string; analysisId: string } | null;
  survey: { id: string; title: string } | null;
  indicator: { id: string; name: string } | null;
}

/** How an action's effect is looked for. */
export interface CheckDto {
  method: CheckMethod | null;
  /** ISO day from which the verifier is asked; null: as soon as it is done. */
  on: string | null;
  indicator: { id: string; name: string } | null;
  /** The share expected, 0 to 1. */
  target: number | null;
  /** For how many days what led to it must not come back. */
  days: number | null;
}

/** Everything about one action. */
export interface ActionDto extends ActionSummaryDto {
  /** To be sent back with a change. */
  version: number;
  description: string;
  rationale: string;
  criterion: string | null;
  /** How and when the effect is looked for; null where nothing but words was set. */
  check: CheckDto;
  participation: Participation | null;
  participants: string;
  feasibility: Rating | null;
  impact: Rating | null;
  /** Feasibility × impact, 1 to 16. */
  priority: number | null;
  /** In euros. */
  cost: number | null;
  effortDays: number | null;
  skills: string;
  stakeholders: string;
  levers: string;
  obstacles: string;
  startOn: string | null;
  /** The plan that it is part of, where I may see it. */
  plan: ActionPlanDto | null;
  successorOf: { id: string; reference: string; title: string } | null;
  successors: { id: string; reference: string; title: string }[];
  verifier: { id: string; name: string } | null;
  verdictNote: string | null;
  cancelReason: string | null;
  origins: OriginDto[];
  thread: ThreadStep[];
  work: ActionWorkDto;
  history: HistoryEntryDto[];
  /** The moves that the state allows to this reader. */
  moves: ActionMove[];
  mayReport: boolean;
  /** What I may change: all its words, those of its owner, or nothing. */
  mayEdit: 'all' | 'owner' | 'nothing';
  mayReschedule: boolean;
  /** How its due date has moved and what was asked about it, oldest first. */
  deferrals: DeferralDto[];
  /** Whether I own it and cannot move its due date myself. */
  mayAskDeferral: boolean;
  /** That its owner said it is not theirs, until somebody decides. */
  disowning: DisowningDto | null;
  /** Why this reader may not give the verdict, as a code, where the state would allow it. */
  verdictObstacle: string | null;
}
