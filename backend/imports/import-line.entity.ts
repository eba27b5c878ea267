import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportField, LineOutcome } from '../domain/import-fields.js';
import type { PlanField } from '../domain/plan-fields.js';
import type { PlanOutcome } from '../domain/plan-sheet.js';
import type { Problem } from './row-problem.js';

/** What became of one line of a file, written with it: a line that is here is never read again. */
@Entity('import_line')
export class ImportLine {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  runId!: string;

  @PrimaryColumn('integer')
  line!: number;

  @Column('text')
  outcome!: LineOutcome | PlanOutcome;

  @Column('uuid', { nullable: true })
  feedbackId!: string | null;

  @Column('uuid', { nullable: true })
  actionId!: string | null;

  @Column('jsonb', { default: [] })
  problems!: Problem<ImportField | PlanField>[];

  /** What stood there, where it is refused: to be mended and brought again. */
  @Column('jsonb', { nullable: true })
  cells!: string[] | null;
}
