import { Entity, PrimaryColumn } from 'typeorm';

/** A file that leaves with a letter. */
@Entity('enclosure')
export class Enclosure {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  letterId!: string;

  @PrimaryColumn('uuid')
  attachmentId!: string;
}
