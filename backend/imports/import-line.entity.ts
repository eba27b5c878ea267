import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineOutcome } from '../domain/import-fields.js';
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
  outcome!: LineOutcome;

  @Column('uuid', { nullable: true })
  feedbackId!: string | null;

  @Column('jsonb', { default: [] })
  problems!: Problem[];

  /** What stood there, where it is refused: to be mended and brought again. */
  @Column('jsonb', { nullable: true })
  cells!: string[] | null;
}
