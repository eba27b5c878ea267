import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A share of satisfied people, fed by a survey, with its target. */
@Entity('indicator')
export class Indicator {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  surveyId!: string;

  /** The share aimed at, 0 to 1. */
  @Column('numeric', { transformer: { to: (share: number) => share, from: Number } })
  target!: number;
}
