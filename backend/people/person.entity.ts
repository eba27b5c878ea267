import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DigestFrequency } from '../domain/digest.js';

/** A member of the organisation. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text', { default: 'fr' })
  language!: string;

  /** False until the invitation is accepted. */
  @Column('boolean', { default: false })
  active!: boolean;

  /** How often they want their digest. */
  @Column('text', { default: 'daily' })
  digestFrequency!: DigestFrequency;

  /** The weekday of a weekly one, 0 for Sunday. */
  @Column('smallint', { default: 1 })
  digestWeekday!: number;

  /** First and last day of their holiday. */
  @Column('date', { nullable: true })
  awayFrom!: string | null;

  @Column('date', { nullable: true })
  awayUntil!: string | null;

  /** Who is told in their stead meanwhile. */
  @Column('uuid', { nullable: true })
  standInId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
