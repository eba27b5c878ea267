import { Column, Entity, PrimaryColumn } from 'typeorm';
import { decimal } from './action.entity.js';

/** A link or a figure that shows what an action came to; a file is an attachment. */
@Entity('action_evidence')
export class ActionEvidence {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  actionId!: string;

  @Column('text')
  label!: string;

  /** Where a link leads. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('numeric', { nullable: true, transformer: decimal })
  value!: number | null;

  /** Of a figure: « jours », « % »; empty where it counts things. */
  @Column('text', { nullable: true })
  unit!: string | null;

  /** When a figure was read. */
  @Column('date', { nullable: true })
  day!: string | null;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
