import {
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
} from 'class-validator';
import { Type } from 'class-transformer';
import { PageQuery, type Page } from '../access/page.dto.js';
import type { AttachmentDto } from '../attachments/attachments.dto.js';
import type { ActionKind, ActionState, Verdict } from '../domain/action.js';
import type { ClockReading } from '../domain/deadlines.js';
import {
  channels,
  feedbackKinds,
  feedbackStates,
  type Channel,
  type Criticality,
  type FeedbackKind,
  type FeedbackMove,
  type FeedbackState,
  type Frequency,
  type ReporterKind,
  type Severity,
} from '../domain/feedback.js';
import type { MailProblem } from '../domain/mail-problem.js';
import type { ThreadStep } from '../domain/thread.js';
import type { HistoryEntryDto } from '../journal/journal.dto.js';
import type { StudyDto } from './studies.dto.js';
import type { UsefulnessDto, ViewDto } from './answering.dto.js';
import type { FamilyDto } from './family.dto.js';
import type { TransferDto } from './transfer.dto.js';

export const feedbackSorts = [
  '-receivedOn',
  'receivedOn',
  'dueOn',
  '-criticality',
  '-severity',
  'reference',
] as const;
export type FeedbackSort = (typeof feedbackSorts)[number];

export const dues = ['late', 'week'] as const;
export type Due = (typeof dues)[number];

/** The filters of the list; each narrows it. */
export class FeedbackQuery extends PageQuery {
  @IsIn(feedbackStates)
  @IsOptional()
  state?: FeedbackState;

  @IsIn(feedbackKinds)
  @IsOptional()
  kind?: FeedbackKind;

  /** What is owed to whoever spoke: late, or due within a week. */
  @IsIn(dues)
  @IsOptional()
  due?: Due;

  /** A unit, with those below it. */
  @IsUUID()
  @IsOptional()
  unitId?: string;

  @IsUUID()
  @IsOptional()
  themeId?: string;

  @IsIn(channels)
  @IsOptional()
  channel?: Channel;

  /** Received at most so many days ago. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3660)
  @IsOptional()
  days?: number;

  /**
   * Words to find in the title, the body and the reference, the last one perhaps only begun;
   * accents, case, plurals and endings do not count.
   */
  @IsString()
  @MaxLength(200)
  @IsOptional()
  q?: string;

  @IsIn(feedbackSorts)
  @IsOptional()
  sort: FeedbackSort = '-receivedOn';
}

/** Why nothing will be done; the reporter can read it. */
export class DismissFeedbackDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  reason!: string;
}

/** Ends the work on a feedback; `decision` says why, where no action was needed. */
export class ResolveFeedbackDto {
  @IsString()
  @Length(3, 2000)
  @Matches(/\S/)
  @IsOptional()
  decision?: string;
}

/** A feedback as a row of a list. */
export interface FeedbackSummaryDto {
  id: string;
  reference: string;
  kind: FeedbackKind;
  state: FeedbackState;
  title: string | null;
  /** The first 200 characters of the body. */
  excerpt: string;
  unit: { id: string; name: string };
  theme: { id: string; label: string } | null;
  severity: Severity | null;
  /** What severity and frequency made on the grid. */
  criticality: Criticality | null;
  channel: Channel;
  reporter: ReporterKind;
  /** ISO day. */
  receivedOn: string;
  /** What is owed next to whoever spoke; null where nothing is. */
  nextClock: ClockReading | null;
}

/** One page of the list. */
export interface FeedbackPageDto extends Page<FeedbackSummaryDto> {
  /** Whether nothing holds the words that were asked, and this holds words spelled nearly so. */
  approximate: boolean;
}

/** An action as the feedback it comes from sees it. */
export interface ConsequenceDto {
  id: string;
  reference: string;
  kind: ActionKind;
  state: ActionState;
  title: string;
  owner: { id: string; name: string };
  /** ISO day. */
  dueOn: string;
  doneOn: string | null;
  /** Per cent. */
  progress: number;
  /** Open and past its due date. */
  late: boolean;
  verdict: Verdict | null;
  verdictOn: string | null;
  /** Of one that is done: ISO day from which its effect is to be verified. */
  checkDueOn: string | null;
  /** How many feedback seem to tell again what it was done about. */
  recurrences: number;
}

/** An answer that was given. */
export interface AnswerDto {
  id: string;
  body: string;
  author: string;
  /** ISO instant. */
  at: string;
  /** Where it went besides the follow-up page. */
  letter: 'waiting' | 'sent' | 'failed' | null;
}

/** Everything about one feedback that the reader may see. */
export interface FeedbackDto extends Omit<FeedbackSummaryDto, 'excerpt' | 'nextClock'> {
  /** What is owed to whoever spoke, and by when. */
  clocks: ClockReading[];
  body: string;
  frequency: Frequency | null;
  /** The version of the grid on which it was rated. */
  gridVersion: number | null;
  /** Who owes the answer; without one, the unit's managers do. */
  answerOwner: { id: string; name: string } | null;
  otherChannels: Channel[];
  /** The identity, for those who must answer; null for others and where nothing was left. */
  identity: {
    name: string | null;
    email: string | null;
    phone: string | null;
    /** The language they read. */
    language: string;
    /** Why letters do not reach that address. */
    unreached: MailProblem | null;
  } | null;
  /** Whether the reporter left a way to be reached. */
  reachable: boolean;
  dismissalReason: string | null;
  decision: string | null;
  /** What was imported with it: its source, the structures it names, its ratings. */
  imported: ImportedDto | null;
  /** The files that came with it and with its answers, for those who may know who spoke. */
  attachments: AttachmentDto[];
  answers: AnswerDto[];
  /** What it led to, as far as I may see; of the others, the reference alone. */
  actions: ConsequenceDto[];
  actionsElsewhere: Pick<ConsequenceDto, 'reference' | 'state'>[];
  analyses: StudyDto[];
  mayAnalyse: boolean;
  thread: ThreadStep[];
  history: HistoryEntryDto[];
  /** Those who say the same thing. */
  family: FamilyDto;
  /** Where it was sent, oldest first. */
  transfers: TransferDto[];
  /** The moves that the state allows to this reader. */
  moves: FeedbackMove[];
  mayAnswer: boolean;
  /** What whoever spoke thought of what became of it. */
  usefulness: UsefulnessDto | null;
  /** Who read it, the last first; for those who lead there. */
  views: ViewDto[];
  mayRemoveFiles: boolean;
  /** What stands between it and its closing, as codes. */
  obstacles: string[];
}

/** What came with an imported feedback. */
export interface ImportedDto {
  source: string;
  sourceId: string;
  structures: string[];
  /** The source's axes, each rated; `-1` negative, `0` neutral, `1` positive. */
  ratings: Record<string, -1 | 0 | 1>;
  /** The row as it was, column by column. */
  record: Record<string, string>;
}
