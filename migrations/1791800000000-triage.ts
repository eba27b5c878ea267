import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['answer_reminder', 'saved_view', 'usual_view', 'batch', 'batch_line'];

/** What triage at scale needs: the next day that something is owed, views, changes to many at once. */
export class Triage1791800000000 implements MigrationInterface {
  name = 'Triage1791800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(feedback);
    await runner.query(reminders);
    await runner.query(themes);
    await runner.query(views);
    await runner.query(batches);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization());
        GRANT SELECT, INSERT ON ${table} TO boucle_app`);
    }
    await runner.query(`
      GRANT UPDATE, DELETE ON saved_view, usual_view TO boucle_app;
      GRANT UPDATE ON batch, batch_line TO boucle_app;
      GRANT DELETE ON answer_reminder TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE batch_line, batch, usual_view, saved_view, answer_reminder;
      ALTER TABLE theme DROP COLUMN set_aside;
      DROP INDEX feedback_criticality;
      ALTER TABLE feedback DROP COLUMN due_on`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

// Kept by the database, so that no deed can forget it: the list and the digest look for nothing else.
const feedback = `
  ALTER TABLE feedback ADD COLUMN due_on date GENERATED ALWAYS AS (
    CASE WHEN state NOT IN ('closed', 'dismissed', 'duplicate') THEN least(
      CASE WHEN acknowledged_on IS NULL THEN acknowledge_by END,
      CASE WHEN answered_on IS NULL THEN answer_by END) END) STORED;
  CREATE INDEX feedback_due ON feedback (organization_id, due_on, id) WHERE due_on IS NOT NULL;
  CREATE INDEX feedback_criticality ON feedback
    (organization_id, criticality DESC NULLS LAST, severity DESC NULLS LAST, received_on DESC,
     id DESC);`;

const reminders = `
  CREATE TABLE answer_reminder (
    ${tenant},
    feedback_id uuid NOT NULL,
    person_id uuid NOT NULL,
    due_on date NOT NULL,
    step integer NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, feedback_id, person_id, due_on, step),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );`;

const themes = `ALTER TABLE theme ADD COLUMN set_aside boolean NOT NULL DEFAULT false`;

const views = `
  CREATE TABLE saved_view (
    ${tenant},
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    room text NOT NULL CHECK (room IN ('feedback', 'actions')),
    name text NOT NULL CHECK (name <> ''),
    query text NOT NULL CHECK (length(query) <= 2000),
    shared boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX saved_view_name ON saved_view (organization_id, person_id, room, name);

  CREATE TABLE usual_view (
    ${tenant},
    person_id uuid NOT NULL,
    room text NOT NULL,
    view_id uuid NOT NULL,
    PRIMARY KEY (organization_id, person_id, room),
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE,
    FOREIGN KEY (organization_id, view_id) REFERENCES saved_view ON DELETE CASCADE
  );`;

const batches = `
  CREATE TABLE batch (
    ${tenant},
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    change jsonb NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES person
  );

  CREATE TABLE batch_line (
    ${tenant},
    batch_id uuid NOT NULL,
    feedback_id uuid NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    undone boolean NOT NULL DEFAULT false,
    PRIMARY KEY (organization_id, batch_id, feedback_id),
    FOREIGN KEY (organization_id, batch_id) REFERENCES batch ON DELETE CASCADE,
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE
  );`;
