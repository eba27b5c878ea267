import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParticipantKind } from '../domain/analysis.js';

/** Somebody who took part; whoever wishes so has no name. */
@Entity('participant')
export class Participant {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  analysisId!: string;

  @Column('text')
  kind!: ParticipantKind;

  /** A name or a role. */
  @Column('text', { nullable: true })
  name!: string | null;
}
