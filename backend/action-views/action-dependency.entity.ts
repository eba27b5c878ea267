import { Entity, PrimaryColumn } from 'typeorm';

/** An action that comes after another. */
@Entity('action_dependency')
export class ActionDependency {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  actionId!: string;

  /** The one that has to end first. */
  @PrimaryColumn('uuid')
  afterId!: string;
}
