import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody says about an action. */
@Entity('action_comment')
export class ActionComment {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  actionId!: string;

  @Column('uuid')
  authorId!: string;

  /** Whoever is mentioned stands in it as a mark; see `backend/domain/mentions`. Empty once taken back. */
  @Column('text')
  body!: string;

  /** Of the message that it came in. */
  @Column('text', { nullable: true })
  messageId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
