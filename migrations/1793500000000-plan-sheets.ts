import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['plan_sheet', 'plan_sheet_row'];

/** The sheets that plans come from and go back to, cell by cell. */
export class PlanSheets1793500000000 implements MigrationInterface {
  name = 'PlanSheets1793500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(runs);
    await runner.query(sheets);
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
    await runner.query(`
      DROP TABLE plan_sheet_row, plan_sheet;
      DELETE FROM import_run WHERE kind = 'plan';
      ALTER TABLE import_line DROP COLUMN action_id,
        DROP CONSTRAINT import_line_outcome_check,
        ADD CONSTRAINT import_line_outcome_check
          CHECK (outcome IN ('added', 'already_there', 'refused'));
      ALTER TABLE import_run DROP COLUMN kind, DROP COLUMN plan_id, DROP COLUMN plan_mapping`);
  }
}

// The same journey for both: a file is sent, mapped, and brought in line by line.
const runs = `
  ALTER TABLE import_run
    ADD COLUMN kind text NOT NULL DEFAULT 'feedback' CHECK (kind IN ('feedback', 'plan')),
    ADD COLUMN plan_id uuid,
    ADD COLUMN plan_mapping jsonb,
    ADD FOREIGN KEY (organization_id, plan_id) REFERENCES action_plan ON DELETE CASCADE,
    ADD CONSTRAINT run_of_plan_is_mapped CHECK ((kind = 'plan') = (plan_mapping IS NOT NULL));
  ALTER TABLE import_line
    ADD COLUMN action_id uuid,
    DROP CONSTRAINT import_line_outcome_check,
    ADD CONSTRAINT import_line_outcome_check
      CHECK (outcome IN ('added', 'changed', 'conflict', 'already_there', 'refused'));`;

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

const sheets = `
  CREATE TABLE plan_sheet (
    ${tenant},
    plan_id uuid NOT NULL,
    run_id uuid NOT NULL,
    file_name text NOT NULL,
    sheet text,
    titles jsonb NOT NULL,
    titles_key text NOT NULL,
    merges jsonb NOT NULL,
    widths jsonb NOT NULL,
    mapping jsonb NOT NULL,
    brought_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, plan_id),
    FOREIGN KEY (organization_id, plan_id) REFERENCES action_plan ON DELETE CASCADE
  );
  CREATE INDEX plan_sheet_titles ON plan_sheet (organization_id, titles_key, brought_at DESC);

  -- A row that tells no action is words: a title, an axis, a total, or what could not be read.
  CREATE TABLE plan_sheet_row (
    ${tenant},
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    run_id uuid NOT NULL,
    line integer NOT NULL CHECK (line > 0),
    cells jsonb NOT NULL,
    action_id uuid,
    source_id text,
    meanings jsonb,
    applied jsonb,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, action_id),
    FOREIGN KEY (organization_id, plan_id) REFERENCES action_plan ON DELETE CASCADE,
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    CONSTRAINT row_of_action_was_read CHECK (action_id IS NULL
      OR source_id IS NOT NULL AND meanings IS NOT NULL AND applied IS NOT NULL)
  );
  CREATE INDEX plan_sheet_row_plan ON plan_sheet_row (organization_id, plan_id, line);`;
