import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who did what, when; written once, never changed. */
@Entity('journal')
export class JournalEntry {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text')
  verb!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('jsonb', { default: {} })
  details!: Record<string, unknown>;
}
