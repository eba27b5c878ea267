import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  actionLifecycle,
  type ActionKind,
  type ActionState,
  type CheckMethod,
  type Participation,
  type Rating,
  type Verdict,
} from '../domain/action.js';

/** A number that the database keeps to the digit. */
export const decimal = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** What is done about it. */
@Entity('action')
export class Action {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  kind!: ActionKind;

  @Column('text', { default: actionLifecycle.initial })
  state!: ActionState;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  /** Why it is done, where its title and its description say what. */
  @Column('text', { default: '' })
  rationale!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  ownerId!: string;

  @Column('uuid', { nullable: true })
  verifierId!: string | null;

  /** When it is due to be verified; as soon as it is done where nothing is said. */
  @Column('date', { nullable: true })
  checkOn!: string | null;

  @Column('text', { nullable: true })
  checkMethod!: CheckMethod | null;

  @Column('uuid', { nullable: true })
  checkIndicatorId!: string | null;

  /** The share that the indicator is expected to reach, 0 to 1. */
  @Column('numeric', { nullable: true, transformer: decimal })
  checkTarget!: number | null;

  /** For how long what led to it must not come back, in days. */
  @Column('integer', { nullable: true })
  checkDays!: number | null;

  /** What will tell that it worked. */
  @Column('text', { nullable: true })
  criterion!: string | null;

  @Column('text', { nullable: true })
  participation!: Participation | null;

  /** Who of the users took part, in words. */
  @Column('text', { default: '' })
  participants!: string;

  @Column('smallint', { nullable: true })
  feasibility!: Rating | null;

  @Column('smallint', { nullable: true })
  impact!: Rating | null;

  /** Feasibility × impact, 1 to 16. */
  @Column({ type: 'smallint', nullable: true, insert: false, update: false })
  priority!: number | null;

  /** In euros. */
  @Column('numeric', { nullable: true, transformer: decimal })
  cost!: number | null;

  /** Working days of all who take part. */
  @Column('numeric', { nullable: true, transformer: decimal })
  effortDays!: number | null;

  @Column('text', { default: '' })
  skills!: string;

  @Column('text', { default: '' })
  stakeholders!: string;

  @Column('text', { default: '' })
  levers!: string;

  @Column('text', { default: '' })
  obstacles!: string;

  /** The action that did not work and that this one takes over from. */
  @Column('uuid', { nullable: true })
  successorOf!: string | null;

  /** The plan that it is part of, and the objective that it serves there. */
  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Column('uuid', { nullable: true })
  objectiveId!: string | null;

  /** What it counts for in the plan's progress. */
  @Column('numeric', { default: 1, transformer: decimal })
  weight!: number;

  @Column('date', { nullable: true })
  startOn!: string | null;

  @Column('date')
  dueOn!: string;

  /** When its owner said that it is not theirs, until somebody decides; and why. */
  @Column('date', { nullable: true })
  disownedOn!: string | null;

  @Column('text', { nullable: true })
  disownedNote!: string | null;

  /** Per cent. */
  @Column('smallint', { default: 0 })
  progress!: number;

  @Column('date', { nullable: true })
  doneOn!: string | null;

  @Column('text', { nullable: true })
  verdict!: Verdict | null;

  @Column('text', { nullable: true })
  verdictNote!: string | null;

  @Column('uuid', { nullable: true })
  verdictBy!: string | null;

  @Column('date', { nullable: true })
  verdictOn!: string | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  /** When its state last changed. */
  @Column('timestamptz', { default: () => 'now()' })
  movedAt!: Date;

  /** One more at each change of its words. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
