import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['action_plan', 'plan_objective', 'plan_template'];

/** Programmes of actions with their objectives, and what new ones start from. */
export class Plans1793400000000 implements MigrationInterface {
  name = 'Plans1793400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(action);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON action_plan TO boucle_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON plan_objective TO boucle_app;
      GRANT SELECT, INSERT, DELETE ON plan_template TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE action DROP COLUMN objective_id, DROP COLUMN plan_id, DROP COLUMN weight;
      DROP TABLE plan_template, plan_objective, action_plan`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

const tables = `
  CREATE TABLE action_plan (
    ${tenant},
    id uuid NOT NULL,
    reference text NOT NULL,
    title text NOT NULL CHECK (title ~ '\\S'),
    description text NOT NULL DEFAULT '',
    unit_id uuid NOT NULL,
    pilot_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    budget numeric(14, 2) CHECK (budget >= 0),
    governance text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, reference),
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, pilot_id) REFERENCES person,
    FOREIGN KEY (organization_id, created_by) REFERENCES person,
    CONSTRAINT plan_lasts CHECK (to_day >= from_day)
  );
  CREATE INDEX action_plan_unit ON action_plan (organization_id, unit_id, id);

  CREATE TABLE plan_objective (
    ${tenant},
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    position integer NOT NULL,
    wording text NOT NULL CHECK (wording ~ '\\S'),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, id, plan_id),
    FOREIGN KEY (organization_id, plan_id) REFERENCES action_plan ON DELETE CASCADE
  );
  CREATE INDEX plan_objective_plan ON plan_objective (organization_id, plan_id, position);

  -- Words that are only ever read as a whole: objectives, and actions whose days are counted from
  -- the first of the plan.
  CREATE TABLE plan_template (
    ${tenant},
    id uuid NOT NULL,
    title text NOT NULL CHECK (title ~ '\\S'),
    content jsonb NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, created_by) REFERENCES person
  );`;

// An action whose objective is taken out of the plan stays in the plan.
const action = `
  ALTER TABLE action
    ADD COLUMN plan_id uuid,
    ADD COLUMN objective_id uuid,
    ADD COLUMN weight numeric(6, 2) NOT NULL DEFAULT 1,
    ADD CONSTRAINT weight_is_positive CHECK (weight > 0),
    ADD CONSTRAINT objective_has_plan CHECK (objective_id IS NULL OR plan_id IS NOT NULL),
    ADD CONSTRAINT action_in_plan FOREIGN KEY (organization_id, plan_id) REFERENCES action_plan,
    ADD CONSTRAINT objective_of_plan FOREIGN KEY (organization_id, objective_id, plan_id)
      REFERENCES plan_objective (organization_id, id, plan_id)
      ON DELETE SET NULL (objective_id);
  CREATE INDEX action_plan_actions ON action (organization_id, plan_id, id)
    WHERE plan_id IS NOT NULL;
  CREATE INDEX action_objective ON action (organization_id, objective_id)
    WHERE objective_id IS NOT NULL;`;
