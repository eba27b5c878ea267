import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BatchChangeDto } from './batches.dto.js';

/** One change made to many feedback at once. */
@Entity('batch')
export class Batch {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('jsonb')
  change!: BatchChangeDto;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
