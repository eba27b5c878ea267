import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  actionLifecycle,
  type ActionKind,
  type ActionState,
  type Participation,
  type Verdict,
} from '../domain/action.js';

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

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  ownerId!: string;

  @Column('uuid', { nullable: true })
  verifierId!: string | null;

  /** What will tell that it worked. */
  @Column('text', { nullable: true })
  criterion!: string | null;

  @Column('text', { nullable: true })
  participation!: Participation | null;

  @Column('date')
  dueOn!: string;

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

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
