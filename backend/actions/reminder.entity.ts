import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of an action's reminders, told once. */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('date')
  dueOn!: string;

  @PrimaryColumn('int')
  step!: number;

  @Column('uuid')
  letterId!: string;
}
