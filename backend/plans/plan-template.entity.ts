import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanPattern } from '../domain/plan-pattern.js';

/** What new plans start from: objectives and actions, without anybody's name or any date. */
@Entity('plan_template')
export class PlanTemplate {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('jsonb')
  content!: PlanPattern;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
