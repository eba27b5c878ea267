import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two feedback of which somebody said that they are not the same; the smaller id comes first. */
@Entity('not_alike')
export class NotAlike {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  @PrimaryColumn('uuid')
  otherId!: string;

  @Column('uuid')
  saidBy!: string;
}
