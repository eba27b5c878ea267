import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachmentFormat } from '../domain/attachments.js';

/** What is known of a file that came with a feedback or with one of its answers, or that proves an action. */
@Entity('attachment')
export class Attachment {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  feedbackId!: string | null;

  /** The action that it proves something of, where it came with no feedback. */
  @Column('uuid', { nullable: true })
  actionId!: string | null;

  /** The answer that it came with; null for what came with the word itself. */
  @Column('uuid', { nullable: true })
  answerId!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  format!: AttachmentFormat;

  /** In bytes, as it is kept. */
  @Column('integer')
  size!: number;

  /** Null where whoever spoke sent it themselves. */
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** It may show who spoke, and is forgotten with them. */
  @Column('date')
  purgeOn!: string;
}
