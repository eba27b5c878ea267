import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question asked to the public. */
@Entity('survey')
export class Survey {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('text')
  question!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
