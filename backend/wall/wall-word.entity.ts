import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody said, as the wall of their service shows it. */
@Entity('wall_word')
export class WallWord {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  /** The service that it spoke of when it was put there. */
  @Column('uuid')
  unitId!: string;

  /** Their words, which staff may have shortened. */
  @Column('text')
  words!: string;

  /** « Nous avons fait ». */
  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('uuid')
  publishedBy!: string;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}
