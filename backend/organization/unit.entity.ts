import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderRules } from '../domain/reminders.js';
import type { UnitKind } from '../domain/units.js';

/** A node of the organisation's tree. */
@Entity('unit')
export class Unit {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: UnitKind;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  /** The ids from the root down to this unit. */
  @Column('uuid', { array: true })
  path!: string[];

  /** What opens its public page. */
  @Column('text')
  publicKey!: string;

  /** Its own reminders, and those of the units under it; null where those above hold. */
  @Column('jsonb', { nullable: true })
  reminderRules!: ReminderRules | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
