import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What whoever spoke thought of what became of it, once it was closed. */
@Entity('usefulness')
export class Usefulness {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  feedbackId!: string;

  @Column('boolean')
  useful!: boolean;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('date')
  givenOn!: string;
}
