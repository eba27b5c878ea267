import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Some columns of a feedback, as JSON keeps them. */
export type Snapshot = Record<string, string | number | null>;

/** What one feedback was before a change of many, and what it was after. */
@Entity('batch_line')
export class BatchLine {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  batchId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  @Column('jsonb')
  before!: Snapshot;

  @Column('jsonb')
  after!: Snapshot;

  @Column('boolean', { default: false })
  undone!: boolean;
}
