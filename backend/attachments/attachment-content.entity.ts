import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a file; apart from what is known of it, so that no list ever loads them. */
@Entity('attachment_content')
export class AttachmentContent {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  attachmentId!: string;

  @Column('bytea')
  bytes!: Buffer;
}
