import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What actions start from: words and steps that were found good once. */
export class ActionTemplates1793700000000 implements MigrationInterface {
  name = 'ActionTemplates1793700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE action_template (
        organization_id uuid NOT NULL DEFAULT boucle_organization()
          REFERENCES organization ON DELETE CASCADE,
        id uuid NOT NULL,
        name text NOT NULL CHECK (name ~ '\\S'),
        content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, created_by) REFERENCES person,
        CONSTRAINT action_template_name UNIQUE (organization_id, name)
      );
      ALTER TABLE action_template ENABLE ROW LEVEL SECURITY;
      ALTER TABLE action_template FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON action_template
        USING (organization_id = boucle_organization())
        WITH CHECK (organization_id = boucle_organization());
      GRANT SELECT, INSERT, UPDATE, DELETE ON action_template TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE action_template');
  }
}
