import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One address that was invited. Whether it answered stands nowhere but in its door, which an answer
 * takes away: no answer touches this row.
 */
@Entity('survey_invitation')
export class SurveyInvitation {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  /** Random: a time-ordered id would tell in which order the list was. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  campaignId!: string;

  @Column('uuid')
  mailingId!: string;

  /** In small letters; null once it was erased. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('uuid', { nullable: true })
  letterId!: string | null;

  /** The one reminder. */
  @Column('uuid', { nullable: true })
  reminderId!: string | null;
}
