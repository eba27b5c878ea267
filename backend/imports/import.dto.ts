import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Matches,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../access/page.dto.js';
import {
  channels,
  feedbackKinds,
  reporterKinds,
  type Channel,
  type FeedbackKind,
  type ReporterKind,
} from '../domain/feedback.js';
import {
  chosenFields,
  columnMaximum,
  importFields,
  lineOutcomes,
  type ChosenField,
  type ImportField,
  type ImportState,
  type LineOutcome,
} from '../domain/import-fields.js';

/** What one word of the file means, where it means nothing by itself. */
export class ImportValueDto {
  @IsIn(chosenFields)
  field!: ChosenField;

  /** The word, as the file has it. */
  @IsString()
  @MaxLength(300)
  text!: string;

  /** A code, a service's or a theme's id; empty for what stands where the file says nothing. */
  @IsString()
  @MaxLength(40)
  to!: string;
}

/** What stands where the file says nothing. */
export class ImportDefaultsDto {
  @IsIn(feedbackKinds)
  kind!: FeedbackKind;

  @IsIn(channels)
  channel!: Channel;

  @IsIn(reporterKinds)
  reporter!: ReporterKind;

  @IsUUID()
  unitId!: string;
}

/** How the columns of a file are read. */
export class ImportMappingDto {
  /** What each column is, in the file's order; empty where it is left aside. */
  @IsArray()
  @ArrayMaxSize(columnMaximum)
  @IsIn(['', ...importFields], { each: true })
  fields!: (ImportField | '')[];

  @IsArray()
  @ArrayMaxSize(150)
  @ValidateNested({ each: true })
  @Type(() => ImportValueDto)
  values!: ImportValueDto[];

  @ValidateNested()
  @Type(() => ImportDefaultsDto)
  defaults!: ImportDefaultsDto;

  /** Which sheet of a workbook; the first unless it is named. */
  @IsString()
  @MaxLength(200)
  @IsOptional()
  sheet?: string;
}

/** Begins an import, and keeps how the file was read under a name. */
export class StartImportDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  @IsOptional()
  rememberAs?: string;
}

/** Which lines of the report are asked for. */
export class ImportLinesQuery extends PageQuery {
  @IsIn(lineOutcomes)
  @IsOptional()
  outcome?: LineOutcome;
}

/** A line as it will be. */
export interface PreviewRowDto {
  line: number;
  /** By field: a code, a name, or what is said. */
  values: Partial<Record<ImportField, string>>;
  problems: ImportProblemDto[];
}

export interface ImportProblemDto {
  field: ImportField | null;
  /** A sentence, in the reader's language. */
  message: string;
}

/** A file that was sent, before anything of it is brought in. */
export interface ImportDraftDto {
  id: string;
  fileName: string;
  /** The sheets of a workbook, and the one that is read; none in a CSV. */
  sheets: string[];
  sheet: string | null;
  /** The known source whose export it is: its columns need no reading. */
  source: string | null;
  columns: { title: string; sample: string }[];
  mapping: ImportMappingDto | null;
  /** What was kept from an earlier file with the same titles. */
  remembered: RememberedMappingDto | null;
  /** Words that mean nothing yet, and how often they stand in the file. */
  unknown: { field: ChosenField; text: string; count: number }[];
  /** Without it nothing can be brought in. */
  missing: ImportField[];
  /** Lines in all, and those that can be brought in. */
  total: number;
  ready: number;
  rows: PreviewRowDto[];
}

export interface RememberedMappingDto {
  id: string;
  name: string;
}

/** How far an import has come. */
export interface ImportRunDto {
  id: string;
  fileName: string;
  state: ImportState;
  total: number;
  added: number;
  alreadyThere: number;
  refused: number;
  /** ISO instants. */
  createdAt: string;
  endedAt: string | null;
}

/** What became of one line of the file. */
export interface ImportLineDto {
  line: number;
  outcome: LineOutcome;
  feedback: { id: string; reference: string } | null;
  problems: ImportProblemDto[];
}
