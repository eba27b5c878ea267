import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TemplateContentDto } from './action-templates.dto.js';

/** What an action may start from. */
@Entity('action_template')
export class ActionTemplate {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  content!: TemplateContentDto;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
