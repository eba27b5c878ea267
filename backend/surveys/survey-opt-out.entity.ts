import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who wants no survey by e-mail: known by a fingerprint, as their address was erased. */
@Entity('survey_opt_out')
export class SurveyOptOut {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('text')
  fingerprint!: string;

  @Column('date')
  since!: string;
}
