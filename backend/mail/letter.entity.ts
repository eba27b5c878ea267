import { Column, Entity, PrimaryColumn } from 'typeorm';

export type LetterKind =
  | 'invitation'
  | 'acknowledgement'
  | 'answer'
  | 'transfer'
  | 'news'
  | 'closing'
  | 'digest'
  | 'scorecard'
  | 'survey_invitation'
  | 'survey_reminder';
export type LetterState = 'waiting' | 'sent' | 'failed';

/** A letter written in the transaction of its cause; the outbox is these rows. */
@Entity('letter')
export class Letter {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: LetterKind;

  @Column('text')
  recipient!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  /** Where its reader asks for fewer, by a page or with one click; null where that is not theirs to say. */
  @Column('text', { nullable: true })
  unsubscribe!: string | null;

  @Column('text', { default: 'waiting' })
  state!: LetterState;

  /** What the mail server said when it refused. */
  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  /** How often the mail server was asked in vain, and when it last was. */
  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  triedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** When somebody put it aside after it failed: it is not sent any more. */
  @Column('timestamptz', { nullable: true })
  asideAt!: Date | null;
}
