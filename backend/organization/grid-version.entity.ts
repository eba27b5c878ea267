import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CriticalityGrid } from '../domain/feedback.js';

/** One version of the organisation's criticality grid; the highest is in use, none is ever changed. */
@Entity('criticality_grid')
export class GridVersion {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  cells!: CriticalityGrid;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
