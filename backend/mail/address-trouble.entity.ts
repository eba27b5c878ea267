import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that a mail server refused, or from which a letter came back. */
@Entity('address_trouble')
export class AddressTrouble {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  /** In small letters. */
  @PrimaryColumn('text')
  email!: string;

  /** What the mail server said. */
  @Column('text')
  reason!: string;

  /** When it was first refused. */
  @Column('timestamptz', { default: () => 'now()' })
  since!: Date;

  /** The last letter that did not arrive there. */
  @Column('uuid', { nullable: true })
  letterId!: string | null;
}
