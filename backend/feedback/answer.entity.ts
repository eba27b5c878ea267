import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was answered to whoever spoke. */
@Entity('answer')
export class Answer {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  feedbackId!: string;

  @Column('text')
  body!: string;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Column('text')
  authorName!: string;

  @Column('timestamptz')
  answeredAt!: Date;

  @Column('uuid', { nullable: true })
  letterId!: string | null;
}
