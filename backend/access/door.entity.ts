import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DoorKind } from './doors.js';

/** A public way in: a link or a code and what it opens. Outside the wall, as the code alone tells the organisation. */
@Entity('door')
export class Door {
  @PrimaryColumn('text')
  kind!: DoorKind;

  /** A public link as it is; a secret only as its SHA-256. */
  @PrimaryColumn('text')
  key!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid')
  targetId!: string;

  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;
}
