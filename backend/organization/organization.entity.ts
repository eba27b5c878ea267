import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeadlineRule } from '../domain/deadlines.js';
import type { ReminderRules } from '../domain/reminders.js';

/** The wall between tenants: a CCAS, a CIAS or a group of establishments. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The one colour that it brings, as #rrggbb. */
  @Column('text', { default: '#0f5c63' })
  colour!: string;

  @Column('text', { default: 'fr' })
  language!: string;

  /** IANA name; it decides which day it is. */
  @Column('text', { default: 'Europe/Paris' })
  timeZone!: string;

  /** A region with public holidays of its own, such as `57` for Moselle. */
  @Column('text', { nullable: true })
  holidayRegion!: string | null;

  /** How long it gives itself to acknowledge and to answer. */
  @Column('jsonb')
  deadlines!: DeadlineRule[];

  /** When people are reminded of what they owe. */
  @Column('jsonb', { default: {} })
  reminderRules!: ReminderRules;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
