import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Meanings } from '../domain/plan-sheet.js';
import type { GridCell } from '../sheets/grid.js';

/** One row of a plan's sheet, every cell as it was written; of an action, or of words around them. */
@Entity('plan_sheet_row')
export class PlanSheetRow {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  planId!: string;

  /** The import that last brought it. */
  @Column('uuid')
  runId!: string;

  /** Where it stands in the sheet, from 1. */
  @Column('integer')
  line!: number;

  @Column('jsonb')
  cells!: GridCell[];

  @Column('uuid', { nullable: true })
  actionId!: string | null;

  /** Tells it from all others of its sheet. */
  @Column('text', { nullable: true })
  sourceId!: string | null;

  /** What its cells meant. */
  @Column('jsonb', { nullable: true })
  meanings!: Meanings | null;

  /** How the action stood once they were brought in. */
  @Column('jsonb', { nullable: true })
  applied!: Meanings | null;
}
