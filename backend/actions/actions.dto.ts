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
import {
  actionKinds,
  actionStates,
  originKinds,
  participations,
  verdicts,
  type ActionKind,
  type ActionMove,
  type ActionState,
  type OriginKind,
  type Participation,
  type Verdict,
} from '../domain/action.js';
import type { ThreadStep } from '../domain/thread.js';
import type { ConsequenceDto } from '../feedback/feedback.dto.js';
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

  /** The finding it comes from, where `kind` is `audit`: a HAS criterion, a report's paragraph. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  @IsOptional()
  reference?: string;
}

/** A new action; the law asks for one origin at least. */
export class OpenActionDto {
  @IsIn(actionKinds)
  kind!: ActionKind;

  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  title!: string;

  @IsString()
  @MaxLength(10_000)
  @IsOptional()
  description: string = '';

  @IsUUID()
  unitId!: string;

  @IsUUID()
  ownerId!: string;

  /** Whoever will verify the effect; never the owner. */
  @IsUUID()
  @IsOptional()
  verifierId?: string;

  /** What will tell that the action worked. */
  @IsString()
  @MaxLength(2000)
  @IsOptional()
  criterion?: string;

  /** ISO day. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  dueOn!: string;

  @IsIn(participations)
  @IsOptional()
  participation?: Participation;

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

  /** `open`: planned or in progress; `late`: open and past its due date. */
  @IsIn(['open', 'late', 'toVerify'])
  @IsOptional()
  status?: 'open' | 'late' | 'toVerify';

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

/** What was found when the effect was looked for. */
export class GiveVerdictDto {
  @IsIn(verdicts)
  verdict!: Verdict;

  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  note!: string;
}

/** Why the action stops. */
export class CancelActionDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

/** A new due date, and why. */
export class RescheduleActionDto {
  @IsDateString({ strict: true })
  @Length(10, 10)
  dueOn!: string;

  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

/** An action as a row of a list. */
export interface ActionSummaryDto extends ConsequenceDto {
  unit: { id: string; name: string };
}

/** An origin as the record shows it. */
export interface OriginDto {
  kind: OriginKind;
  reference: string;
  feedback: { id: string; reference: string; excerpt: string } | null;
  /** The cause that an analysis found; of an analysis that I may not see, nothing. */
  cause: { wording: string; analysisId: string } | null;
}

/** Everything about one action. */
export interface ActionDto extends ActionSummaryDto {
  description: string;
  criterion: string | null;
  participation: Participation | null;
  verifier: { id: string; name: string } | null;
  verdictNote: string | null;
  cancelReason: string | null;
  origins: OriginDto[];
  thread: ThreadStep[];
  history: HistoryEntryDto[];
  /** The moves that the state allows to this reader. */
  moves: ActionMove[];
  mayReport: boolean;
  mayReschedule: boolean;
  /** Why this reader may not give the verdict, as a code, where the state would allow it. */
  verdictObstacle: string | null;
}
