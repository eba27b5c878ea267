import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody knows of their calendar's link: since when there is one, and when it was last read. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  madeAt!: Date;

  @Column('date', { nullable: true })
  readOn!: string | null;
}
