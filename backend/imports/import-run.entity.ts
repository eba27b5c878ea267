import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportKind, ImportState } from '../domain/import-fields.js';
import type { PlanMapping } from '../domain/plan-sheet.js';
import type { ImportMappingDto } from './import.dto.js';

/** One file that somebody brings in. Its bytes go once it is read to the end. */
@Entity('import_run')
export class ImportRun {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { default: 'feedback' })
  kind!: ImportKind;

  @Column('text')
  fileName!: string;

  @Column('bytea', { nullable: true, select: false })
  bytes!: Buffer | null;

  /** The titles of its columns. */
  @Column('jsonb')
  header!: string[];

  /** Its lines, those that can't be read included. */
  @Column('integer')
  total!: number;

  /** How the columns of feedback are read; null for the export of a known source. */
  @Column('jsonb', { nullable: true })
  mapping!: ImportMappingDto | null;

  /** How the columns of a plan's sheet are read. */
  @Column('jsonb', { nullable: true })
  planMapping!: PlanMapping | null;

  /** The plan that the sheet goes to; none yet for a new one that has not begun. */
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('text', { default: 'draft' })
  state!: ImportState;

  /** The units into which whoever brings it may import. */
  @Column('uuid', { array: true })
  unitIds!: string[];

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Until when the process that reads it is believed to live. */
  @Column('timestamptz', { nullable: true })
  workingUntil!: Date | null;
}
