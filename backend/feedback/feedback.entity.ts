import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  feedbackLifecycle,
  type Channel,
  type Criticality,
  type FeedbackKind,
  type FeedbackState,
  type Frequency,
  type ReporterKind,
  type Severity,
} from '../domain/feedback.js';
import type { ImportedDto } from './feedback.dto.js';

/** What came with an imported feedback, as it is stored. */
export type ImportedRecord = Pick<ImportedDto, 'structures' | 'ratings' | 'record'>;

/** The column that names whoever wrote, in such a record: forgotten with the identity. */
export const pseudonymColumn = 'Pseudonyme usager';

/** One thing somebody told us. */
@Entity('feedback')
export class Feedback {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  kind!: FeedbackKind;

  @Column('text', { default: feedbackLifecycle.initial })
  state!: FeedbackState;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  channel!: Channel;

  @Column('text', { array: true, default: '{}' })
  otherChannels!: Channel[];

  @Column('text')
  reporter!: ReporterKind;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text')
  body!: string;

  @Column('uuid', { nullable: true })
  themeId!: string | null;

  @Column('smallint', { nullable: true })
  severity!: Severity | null;

  @Column('date')
  receivedOn!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { nullable: true })
  qualifiedAt!: Date | null;

  @Column('text', { nullable: true })
  dismissalReason!: string | null;

  @Column('timestamptz', { nullable: true })
  dismissedAt!: Date | null;

  /** The written decision that no action is needed. */
  @Column('text', { nullable: true })
  decision!: string | null;

  /** The state that was left for the present one, aside from the way. */
  @Column('text', { nullable: true })
  stateBefore!: FeedbackState | null;

  /** The feedback that this one says again. */
  @Column('uuid', { nullable: true })
  duplicateOf!: string | null;

  /** Since when its reporter hears what that one is answered. */
  @Column('timestamptz', { nullable: true })
  mergedAt!: Date | null;

  @Column('smallint', { nullable: true })
  frequency!: Frequency | null;

  /** The version of the grid on which it was rated. */
  @Column('int', { nullable: true })
  gridVersion!: number | null;

  @Column('smallint', { nullable: true })
  criticality!: Criticality | null;

  /** Whoever owes the answer. */
  @Column('uuid', { nullable: true })
  answerOwnerId!: string | null;

  @Column('date', { nullable: true })
  acknowledgeBy!: string | null;

  @Column('text', { nullable: true })
  acknowledgeBasis!: string | null;

  @Column('date', { nullable: true })
  acknowledgedOn!: string | null;

  @Column('date', { nullable: true })
  answerBy!: string | null;

  @Column('text', { nullable: true })
  answerBasis!: string | null;

  @Column('date', { nullable: true })
  answeredOn!: string | null;

  /** The next day on which something is owed to whoever spoke; the database keeps it. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  dueOn!: string | null;

  /** Whether the reporter agrees that their words be shown, without their name, on a wall. */
  @Column('boolean', { default: false })
  wallConsent!: boolean;

  /** Whether the reporter left a way to be reached. */
  @Column('boolean', { default: false })
  reachable!: boolean;

  /** Where it was imported from. */
  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { nullable: true })
  sourceId!: string | null;

  @Column('jsonb', { nullable: true })
  sourceRecord!: ImportedRecord | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
