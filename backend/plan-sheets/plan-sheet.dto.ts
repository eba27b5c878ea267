import { Transform, Type } from 'class-transformer';
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
import { actionKinds, type ActionKind } from '../domain/action.js';
import { columnMaximum, rowMaximum, type ImportState } from '../domain/import-fields.js';
import {
  planChosenFields,
  planFields,
  type PlanChosenField,
  type PlanField,
} from '../domain/plan-fields.js';
import {
  planOutcomes,
  sheetOrigins,
  sides,
  type PlanMapping,
  type PlanOutcome,
  type SheetOrigin,
  type Side,
} from '../domain/plan-sheet.js';

/** Which plan the sheet goes to; a new one where none is named. */
export class SendPlanSheetQuery {
  @IsUUID()
  @IsOptional()
  planId?: string;
}

/** What is wanted of a plan that is taken away as its sheet. */
export class PlanSheetQuery {
  /** Whether Boucle's own columns stand at its end. */
  @Transform(({ value }) => value === 'true' || value === true)
  @IsBoolean()
  @IsOptional()
  own: boolean = false;
}

/** What one word of the sheet means, where it means nothing by itself. */
export class PlanValueDto {
  @IsIn(planChosenFields)
  field!: PlanChosenField;

  /** The word, as the sheet has it. */
  @IsString()
  @MaxLength(300)
  text!: string;

  /** A code, a person's or a unit's id; empty for what stands where the sheet says nothing. */
  @IsString()
  @MaxLength(40)
  to!: string;
}

/** What stands where the sheet says nothing. */
export class PlanDefaultsDto {
  @IsUUID()
  unitId!: string;

  @IsUUID()
  ownerId!: string;

  @IsIn(actionKinds)
  kind!: ActionKind;

  @IsDateString({ strict: true })
  @Length(10, 10)
  dueOn!: string;

  /** When what the sheet calls done was done. */
  @IsDateString({ strict: true })
  @Length(10, 10)
  doneOn!: string;

  @IsIn(sheetOrigins)
  originKind!: SheetOrigin;

  /** Where the actions come from, in words. */
  @IsString()
  @MaxLength(200)
  origin!: string;
}

/** Which side is taken of what the sheet and Boucle both changed. */
export class PlanChoiceDto {
  @IsInt()
  @Min(1)
  @Max(1_100_000)
  line!: number;

  @IsIn(sides)
  take!: Side;

  /** Names what stood here when it was chosen; if that changes, the choice falls. */
  @IsString()
  @MaxLength(40)
  seen!: string;
}

/** How a plan's sheet is read. */
export class PlanMappingDto implements PlanMapping {
  @IsString()
  @MaxLength(200)
  @IsOptional()
  sheet?: string;

  /** The row that bears the titles, from 1. */
  @IsInt()
  @Min(1)
  @Max(rowMaximum)
  titleLine!: number;

  /** What each column is, in the sheet's order; empty where it is kept as it is. */
  @IsArray()
  @ArrayMaxSize(columnMaximum)
  @IsIn(['', ...planFields], { each: true })
  fields!: (PlanField | '')[];

  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => PlanValueDto)
  values!: PlanValueDto[];

  @ValidateNested()
  @Type(() => PlanDefaultsDto)
  defaults!: PlanDefaultsDto;

  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => PlanChoiceDto)
  choices!: PlanChoiceDto[];
}

/** Begins; a new plan needs its title and its days. */
export class StartPlanSheetDto {
  @IsString()
  @Length(3, 160)
  @Matches(/\S/)
  @IsOptional()
  title?: string;

  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  fromDay?: string;

  @IsDateString({ strict: true })
  @Length(10, 10)
  @IsOptional()
  toDay?: string;
}

/** Which lines of the report are asked for. */
export class PlanLinesQuery extends PageQuery {
  @IsIn(planOutcomes)
  @IsOptional()
  outcome?: PlanOutcome;
}

export interface PlanProblemDto {
  field: PlanField | null;
  /** A sentence, in the reader's language. */
  message: string;
}

/** What a field says on each side, in words. */
export interface PlanDifferenceDto {
  field: PlanField;
  here: string;
  sheet: string;
}

/** A line as it will be. */
export interface PlanPreviewRowDto {
  line: number;
  outcome: PlanOutcome;
  title: string;
  /** The action that it tells, where that is there. */
  reference: string | null;
  /** What it says, by field, in words; ISO days. */
  values: Partial<Record<PlanField, string>>;
  problems: PlanProblemDto[];
  changes: PlanDifferenceDto[];
  conflicts: PlanDifferenceDto[];
  seen: string;
}

/** A plan's sheet that was sent, before anything of it is brought in. */
export interface PlanDraftDto {
  id: string;
  fileName: string;
  sheets: string[];
  sheet: string | null;
  /** The plan that it goes to; null for a new one. */
  plan: { id: string; title: string } | null;
  /** What a new plan could be. */
  proposal: { title: string; fromDay: string; toDay: string };
  /** The rows among which the titles are. */
  titleLines: { line: number; text: string }[];
  columns: { title: string; sample: string }[];
  mapping: PlanMapping;
  /** Whether such a sheet was read before, in the same way. */
  remembered: boolean;
  /** Words that mean nothing yet, and how often they stand in the sheet. */
  unknown: { field: PlanChosenField; text: string; count: number }[];
  /** Without these nothing can be brought in. */
  missing: ('title' | 'origin')[];
  total: number;
  counts: Record<PlanOutcome, number>;
  /** Rows kept as words around the actions. */
  words: number;
  /** The first lines, and those that need somebody's eye, at most a hundred of each sort. */
  rows: PlanPreviewRowDto[];
  refused: PlanPreviewRowDto[];
  changed: PlanPreviewRowDto[];
  conflicts: PlanPreviewRowDto[];
}

/** How far a sheet has come in. */
export interface PlanRunDto {
  id: string;
  fileName: string;
  state: ImportState;
  plan: { id: string; title: string } | null;
  total: number;
  counts: Record<PlanOutcome, number>;
  /** ISO instants. */
  createdAt: string;
  endedAt: string | null;
}

/** What became of one line of the sheet. */
export interface PlanLineDto {
  line: number;
  outcome: PlanOutcome;
  action: { id: string; reference: string; title: string } | null;
  problems: PlanProblemDto[];
}
