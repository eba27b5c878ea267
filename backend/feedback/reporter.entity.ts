import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How to reach whoever spoke; apart from the feedback, and purged at the end of its retention. */
@Entity('reporter')
export class Reporter {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { default: 'fr' })
  language!: string;

  /** Whether they want to be told when an action born of it moves. */
  @Column('boolean', { default: true })
  wantsNews!: boolean;

  /** Until when they know of what was done. */
  @Column('timestamptz', { default: () => 'now()' })
  toldAt!: Date;

  @Column('date')
  purgeOn!: string;
}
