import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Reach } from '../domain/digest.js';
import type { PreviewedReminder } from '../domain/reminder-preview.js';
import type {
  EscalationLevel,
  EscalationRole,
  QuietReason,
  ReminderRules,
} from '../domain/reminders.js';

/** After so many days late, whoever holds this role where the action is hears of it. */
export class EscalationLevelDto implements EscalationLevel {
  @IsInt()
  @Min(1)
  @Max(365)
  after!: number;

  @IsIn(['manager', 'quality_manager'])
  to!: EscalationRole;
}

/** Days without an e-mail, both ends included. */
export class QuietPeriodDto {
  @IsDateString({ strict: true })
  @Length(10, 10)
  from!: string;

  @IsDateString({ strict: true })
  @Length(10, 10)
  to!: string;
}

/** When people are reminded. */
export class ReminderRulesDto implements ReminderRules {
  /** Days from the due date on which the owner is reminded, negative before it, in order. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  before!: number[];

  /** Then every so many days; null for no more. */
  @IsInt()
  @Min(1)
  @Max(365)
  @IsOptional()
  everyAfter!: number | null;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => EscalationLevelDto)
  escalation!: EscalationLevelDto[];

  /** Weekdays without an e-mail, 0 for Sunday. */
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  quietWeekdays!: number[];

  @IsBoolean()
  quietHolidays!: boolean;

  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => QuietPeriodDto)
  quietPeriods!: QuietPeriodDto[];

  /** The local hour from which the day's digest leaves. */
  @IsInt()
  @Min(0)
  @Max(23)
  hour!: number;

  /** For so many days after its owner said where it stands, an action is not asked about. */
  @IsInt()
  @Min(0)
  @Max(60)
  restAfterReport!: number;
}

/** New rules, with the edition they were made from: refused where another came since. */
export class SetReminderRulesDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => ReminderRulesDto)
  rules!: ReminderRulesDto;

  /** Null where there were none. */
  @IsString()
  @Length(1, 64)
  @IsOptional()
  from!: string | null;
}

/** The edition that is taken away. */
export class EditionQuery {
  @IsString()
  @Length(1, 64)
  from!: string;
}

/** Rules that are being written, and where they would hold; without a unit, the organisation's. */
export class PreviewRemindersDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => ReminderRulesDto)
  rules!: ReminderRulesDto;

  @IsUUID()
  @IsOptional()
  unitId!: string | null;
}

/** Rules as they are stored, and what names them: two that say the same have the same edition. */
export interface KeptRulesDto {
  rules: ReminderRules;
  edition: string;
}

/** A unit, with its own rules or whose it follows. */
export interface UnitReminderRulesDto {
  id: string;
  name: string;
  /** 0 for the root. */
  depth: number;
  own: KeptRulesDto | null;
  /** The closest unit above whose rules it would follow without its own; null, the organisation's. */
  follows: { id: string; name: string } | null;
}

/** The rules of reminders, and where which hold. */
export interface ReminderRulesPageDto {
  organization: KeptRulesDto & {
    name: string;
    /** Whether I may change what holds everywhere. */
    mayEdit: boolean;
  };
  /** Those whose rules I may change. */
  units: UnitReminderRulesDto[];
}

/** Whoever a reminder would be read by, and how it reaches them. */
export interface PreviewedReaderDto {
  name: string;
  /** Who is away that day, and for whom they stand in. */
  insteadOf: string | null;
  reach: Reach;
}

/** One reminder that would be sent, and to whom; to nobody where nobody holds the role. */
export interface PreviewedReminderDto extends PreviewedReminder {
  readers: PreviewedReaderDto[];
}

/** What would be sent about an action under rules that are not saved. */
export interface ReminderPreviewDto {
  reference: string;
  title: string;
  dueOn: string;
  unitName: string;
  /** The unit whose own rules hold there instead, so that these do not count. */
  otherRules: { name: string | null } | null;
  /** Why nothing is sent at all: it is over, or its owner waits for a decision. */
  silent: 'over' | 'asked' | null;
  from: string;
  until: string;
  planned: PreviewedReminderDto[];
  /** The days between both on which nobody is written to. */
  quiet: { day: string; why: QuietReason }[];
}
