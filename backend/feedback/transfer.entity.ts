import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TransferOutcome } from '../domain/feedback.js';

/** A feedback that was sent to another unit, or to a partner outside. */
@Entity('transfer')
export class Transfer {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  feedbackId!: string;

  @Column('uuid')
  fromUnitId!: string;

  @Column('uuid', { nullable: true })
  toUnitId!: string | null;

  /** The name of the partner outside. */
  @Column('text', { nullable: true })
  partner!: string | null;

  /** How the partner is reached. */
  @Column('text', { nullable: true })
  contact!: string | null;

  @Column('text')
  reason!: string;

  @Column('uuid')
  sentBy!: string;

  @Column('date')
  sentOn!: string;

  /** When to ask whether it was received there. */
  @Column('date', { nullable: true })
  askOn!: string | null;

  @Column('text', { nullable: true })
  outcome!: TransferOutcome | null;

  @Column('text', { nullable: true })
  outcomeNote!: string | null;

  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  @Column('date', { nullable: true })
  settledOn!: string | null;
}
