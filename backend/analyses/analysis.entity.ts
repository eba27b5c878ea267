import { Column, Entity, PrimaryColumn } from 'typeorm';
import { analysisLifecycle, type AnalysisState } from '../domain/analysis.js';

/** Why something happened, looked for as a team. */
@Entity('analysis')
export class Analysis {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reference!: string;

  @Column('text', { default: analysisLifecycle.initial })
  state!: AnalysisState;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  title!: string;

  /** What happened, where, when, how often. */
  @Column('text', { default: '' })
  problem!: string;

  /** How the team went about it. */
  @Column('text', { default: '' })
  notes!: string;

  /** What the team keeps of it. */
  @Column('text', { default: '' })
  conclusion!: string;

  /** The day on which the team met. */
  @Column('date', { nullable: true })
  heldOn!: string | null;

  @Column('date', { nullable: true })
  concludedOn!: string | null;

  /** Grows with each change of the words above. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
