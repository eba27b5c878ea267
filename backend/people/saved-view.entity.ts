import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ViewRoom } from './views.dto.js';

/** The filters of a list, kept under a name. */
@Entity('saved_view')
export class SavedView {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  room!: ViewRoom;

  @Column('text')
  name!: string;

  /** As it stands in the address, without its question mark. */
  @Column('text')
  query!: string;

  /** Whether those who share a unit with its maker see it. */
  @Column('boolean', { default: false })
  shared!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
