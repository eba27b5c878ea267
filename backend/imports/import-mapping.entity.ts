import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportMappingDto } from './import.dto.js';

/** How files with these titles are read, to be offered with the next of them. */
@Entity('import_mapping')
export class ImportMapping {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The set of titles, whatever their order. */
  @Column('text')
  headersKey!: string;

  @Column('jsonb')
  header!: string[];

  @Column('jsonb')
  mapping!: ImportMappingDto;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
