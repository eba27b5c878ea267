import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ViewRoom } from './views.dto.js';

/** The view that a list opens with, for one person. */
@Entity('usual_view')
export class UsualView {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  room!: ViewRoom;

  @Column('uuid')
  viewId!: string;
}
