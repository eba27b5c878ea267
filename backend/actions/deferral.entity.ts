import { Column, Entity, PrimaryColumn } from 'typeorm';
import { deferralLifecycle, type DeferralState } from '../domain/deferral.js';

/** Another due date for an action: asked for by its owner, or moved at once by whoever may. */
@Entity('deferral')
export class Deferral {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  actionId!: string;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('text')
  reason!: string;

  @Column('uuid')
  askedBy!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('text', { default: deferralLifecycle.initial })
  state!: DeferralState;

  /** Who granted, refused or withdrew it, or ended what it was asked for. */
  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionNote!: string | null;
}
