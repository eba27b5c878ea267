import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of the reminders of an answer that is owed, told once to each who owes it. */
@Entity('answer_reminder')
export class AnswerReminder {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('date')
  dueOn!: string;

  @PrimaryColumn('int')
  step!: number;

  @Column('uuid')
  letterId!: string;
}
