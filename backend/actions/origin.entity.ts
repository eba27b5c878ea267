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

  /** The survey, where the origin is what people answered. */
  @Column('uuid', { nullable: true })
  surveyId!: string | null;

  @Column('uuid', { nullable: true })
  indicatorId!: string | null;

  /** The finding or the recommendation in words; of a survey or an indicator, the point that was seen. */
  @Column('text', { nullable: true })
  reference!: string | null;
}
