import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Smiley } from '../domain/satisfaction.js';

/** One answer; nothing in it leads back to whoever gave it. */
@Entity('survey_answer')
export class SurveyAnswer {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  /** Random: a time-ordered id would tell when. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  campaignId!: string;

  @Column('text')
  smiley!: Smiley;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('date')
  answeredOn!: string;
}
