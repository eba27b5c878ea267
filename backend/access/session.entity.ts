import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A member who is signed in. Outside the wall: it tells which organisation a request belongs to. */
@Entity('session')
export class Session {
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
