import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A feedback that looks like one that led to an action, and came in once it was done. */
@Entity('recurrence')
export class Recurrence {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  /** How much it looks like it, 0 to 1. */
  @Column('real')
  similarity!: number;

  @Column('timestamptz', { default: () => 'now()' })
  seenAt!: Date;

  /** Who said that it is not the same. */
  @Column('uuid', { nullable: true })
  dismissedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  dismissedAt!: Date | null;

  @Column('text', { nullable: true })
  dismissedWhy!: string | null;
}
