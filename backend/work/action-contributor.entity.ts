import { Entity, PrimaryColumn } from 'typeorm';

/** Somebody who helps with an action. */
@Entity('action_contributor')
export class ActionContributor {
  @PrimaryColumn('uuid', { default: () => 'boucle_organization()' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  personId!: string;
}
