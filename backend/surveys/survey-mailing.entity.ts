import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sending of invitations to answer a campaign, and its one reminder. */
@Entity('survey_mailing')
export class SurveyMailing {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  campaignId!: string;

  @Column('text')
  language!: string;

  /** How many were written to. */
  @Column('integer')
  invited!: number;

  @Column('uuid')
  sentBy!: string;

  @Column('date')
  sentOn!: string;

  /** The day of the one reminder; null for none. */
  @Column('date', { nullable: true })
  remindsOn!: string | null;

  /** The last day on which its links answer. */
  @Column('date')
  endsOn!: string;

  @Column('date', { nullable: true })
  remindedOn!: string | null;

  /** How many were reminded. */
  @Column('integer', { nullable: true })
  reminded!: number | null;

  /** When its addresses were erased. */
  @Column('date', { nullable: true })
  forgottenOn!: string | null;

  /** How many addresses took no letter, once they are erased. */
  @Column('integer', { nullable: true })
  unreached!: number | null;

  /** How many invitations left, once it is over. */
  @Column('integer', { nullable: true })
  delivered!: number | null;
}
