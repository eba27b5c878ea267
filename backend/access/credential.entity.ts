import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member signs in with. Outside the wall: it tells which organisation an address belongs to. */
@Entity('credential')
export class Credential {
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  /** In lower case. */
  @Column('text')
  email!: string;

  /** Argon2id, as a PHC string. */
  @Column('text')
  passwordHash!: string;
}
