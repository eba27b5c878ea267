import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['import_run', 'import_line', 'import_mapping'];

/** Files of feedback that are brought in: what each became line by line, and how to read the next. */
export class ImportMapping1791300000000 implements MigrationInterface {
  name = 'ImportMapping1791300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_run (
        ${tenant},
        id uuid NOT NULL,
        file_name text NOT NULL,
        bytes bytea,
        header jsonb NOT NULL,
        total integer NOT NULL,
        mapping jsonb,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'running', 'done')),
        unit_ids uuid[] NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        ended_at timestamptz,
        working_until timestamptz,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, created_by) REFERENCES person,
        CHECK (state = 'done' OR bytes IS NOT NULL)
      );
      CREATE INDEX import_run_whose ON import_run (organization_id, created_by, created_at DESC);
      CREATE INDEX import_run_under_way ON import_run (organization_id) WHERE state = 'running';

      CREATE TABLE import_line (
        ${tenant},
        run_id uuid NOT NULL,
        line integer NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('added', 'already_there', 'refused')),
        feedback_id uuid,
        problems jsonb NOT NULL DEFAULT '[]',
        cells jsonb,
        PRIMARY KEY (organization_id, run_id, line),
        FOREIGN KEY (organization_id, run_id) REFERENCES import_run ON DELETE CASCADE
      );

      CREATE TABLE import_mapping (
        ${tenant},
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        headers_key text NOT NULL,
        header jsonb NOT NULL,
        mapping jsonb NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        UNIQUE (organization_id, headers_key),
        FOREIGN KEY (organization_id, created_by) REFERENCES person
      )`);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ${walled.join(', ')} TO boucle_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_mapping, import_line, import_run`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;
