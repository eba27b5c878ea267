import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
