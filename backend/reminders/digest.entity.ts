import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one digest that a person gets on a day. */
@Entity('digest')
export class Digest {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('date')
  day!: string;

  @Column('uuid')
  letterId!: string;
}
