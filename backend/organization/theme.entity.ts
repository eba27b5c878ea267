import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a feedback is about. */
@Entity('theme')
export class Theme {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  label!: string;

  @Column('int')
  position!: number;

  /** No longer chosen; what was said about it keeps it. */
  @Column('boolean', { default: false })
  setAside!: boolean;
}
