import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScorecardFigures } from '../domain/scorecard.js';

/** The figures of a period, frozen when they were published. */
@Entity('scorecard')
export class Scorecard {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('text')
  comment!: string;

  @Column('jsonb')
  figures!: ScorecardFigures;

  @Column('uuid')
  publishedBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  publishedAt!: Date;
}
