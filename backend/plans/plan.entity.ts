import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A programme of actions over months or years. */
@Entity('action_plan')
export class Plan {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('uuid')
  unitId!: string;

  /** Whoever leads it, and may change it whatever their role. */
  @Column('uuid')
  pilotId!: string;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  /** In euros. */
  @Column('numeric', {
    nullable: true,
    transformer: {
      to: (value: number | null) => value,
      from: (value: string | null) => (value === null ? null : Number(value)),
    },
  })
  budget!: number | null;

  /** Who steers it, and how often they meet. */
  @Column('text', { default: '' })
  governance!: string;

  /** Grows with each change of the words above and of the objectives. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
