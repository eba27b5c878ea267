import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Branch, CauseStatus } from '../domain/analysis.js';

/** One « because »; its parent is the cause it explains. */
@Entity('cause')
export class Cause {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  /** Given by the page, version 7: a cause that is sent twice is one, and they stand in order. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  analysisId!: string;

  @Column('text')
  branch!: Branch;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('text')
  wording!: string;

  @Column('text', { default: 'supposed' })
  status!: CauseStatus;

  /** What shows it. */
  @Column('text', { nullable: true })
  evidence!: string | null;

  /** Grows with each change. */
  @Column('int', { default: 1 })
  version!: number;
}
