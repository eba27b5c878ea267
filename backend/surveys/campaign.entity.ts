import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One run of a survey in a unit. */
@Entity('campaign')
export class Campaign {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  surveyId!: string;

  @Column('uuid')
  unitId!: string;

  /** What opens the public question. */
  @Column('text')
  publicKey!: string;

  @Column('date')
  opensOn!: string;

  /** How many answers came by an invitation; which ones is not known. */
  @Column('integer', { default: 0 })
  invitedAnswers!: number;
}
