import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whom a comment calls, and when they saw it. */
@Entity('action_mention')
export class ActionMention {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  commentId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;
}
