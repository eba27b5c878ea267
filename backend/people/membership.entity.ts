import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/permissions.js';

/** A role on a unit and on every unit below it. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('text')
  role!: Role;
}
