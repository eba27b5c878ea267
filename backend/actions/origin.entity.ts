import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OriginKind } from '../domain/action.js';

/** Why an action exists. */
@Entity('origin')
export class Origin {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  actionId!: string;

  @Column('text')
  kind!: OriginKind;

  @Column('uuid', { nullable: true })
  feedbackId!: string | null;

  /** The cause, where the origin is one that an analysis found. */
  @Column('uuid', { nullable: true })
  causeId!: string | null;

  /** The finding, where the origin is an audit. */
  @Column('text', { nullable: true })
  reference!: string | null;
}
