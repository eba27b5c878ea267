import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wording to start an answer from. */
@Entity('answer_template')
export class AnswerTemplate {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The language it is written in: an answer speaks the reporter's. */
  @Column('text')
  language!: string;

  /** With placeholders, see backend/domain/templates.ts. */
  @Column('text')
  body!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
