import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a plan wants to change; its actions are told under it. */
@Entity('plan_objective')
export class Objective {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  planId!: string;

  /** From 1, in the order in which the plan tells them. */
  @Column('integer')
  position!: number;

  @Column('text')
  wording!: string;
}
