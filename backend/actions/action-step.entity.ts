import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing to do on the way to an action's end. */
@Entity('action_step')
export class ActionStep {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  actionId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  title!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** Whoever does it, where that is not the action's owner. */
  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('date', { nullable: true })
  doneOn!: string | null;

  @Column('uuid', { nullable: true })
  doneBy!: string | null;

  /** When it was taken out; it comes back as it was. */
  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;

  /** One more at each change of its words. */
  @Column('integer', { default: 1 })
  version!: number;
}
