import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DutyKind, DutyRole } from '../domain/reminders.js';

/** One step of what somebody owes, told once to them; a new due date starts anew. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  duty!: DutyKind;

  /** The action, the feedback or the request for more time that it is about. */
  @PrimaryColumn('uuid')
  subjectId!: string;

  @PrimaryColumn('date')
  dueOn!: string;

  /** Days from the due date. */
  @PrimaryColumn('int')
  step!: number;

  /** As whom they were told: the one who owes it, or one of those it is escalated to. */
  @PrimaryColumn('text', { default: 'owner' })
  role!: DutyRole;

  @Column('date')
  toldOn!: string;

  @Column('uuid')
  letterId!: string;
}
