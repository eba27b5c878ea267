import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of what a verifier is asked, told once. */
@Entity('check_reminder')
export class CheckReminder {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('date')
  dueOn!: string;

  @PrimaryColumn('int')
  step!: number;

  @Column('uuid')
  letterId!: string;
}
