import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanMapping } from '../domain/plan-sheet.js';
import type { GridCell, Merge } from '../sheets/grid.js';

/** The sheet that a plan was brought in from, and how it is read and written again. */
@Entity('plan_sheet')
export class PlanSheet {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  planId!: string;

  /** The import that last brought it. */
  @Column('uuid')
  runId!: string;

  @Column('text')
  fileName!: string;

  @Column('text', { nullable: true })
  sheet!: string | null;

  @Column('jsonb')
  titles!: GridCell[];

  /** The set of titles, whatever their order. */
  @Column('text')
  titlesKey!: string;

  @Column('jsonb')
  merges!: Merge[];

  @Column('jsonb')
  widths!: (number | null)[];

  @Column('jsonb')
  mapping!: PlanMapping;

  @Column('timestamptz', { default: () => 'now()' })
  broughtAt!: Date;
}
