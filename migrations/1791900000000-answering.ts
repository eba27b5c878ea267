import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['enclosure', 'answer_template', 'usefulness', 'feedback_view'];

/** What answering needs: wordings to start from, news of the actions, and what people thought of it. */
export class Answering1791900000000 implements MigrationInterface {
  name = 'Answering1791900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(answering);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization());
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO boucle_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${walled.join(', ')};
      DROP INDEX feedback_logged;
      ALTER TABLE action DROP COLUMN moved_at;
      ALTER TABLE reporter DROP COLUMN wants_news, DROP COLUMN told_at`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

const answering = `
  CREATE TABLE answer_template (
    ${tenant},
    id uuid NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    body text NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, language, name),
    FOREIGN KEY (organization_id, created_by) REFERENCES person
  );

  CREATE TABLE usefulness (
    ${tenant},
    feedback_id uuid NOT NULL,
    useful boolean NOT NULL,
    comment text,
    given_on date NOT NULL,
    PRIMARY KEY (organization_id, feedback_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE
  );

  -- A file that leaves with a letter.
  CREATE TABLE enclosure (
    ${tenant},
    letter_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    PRIMARY KEY (organization_id, letter_id, attachment_id),
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter ON DELETE CASCADE,
    FOREIGN KEY (organization_id, attachment_id) REFERENCES attachment ON DELETE CASCADE
  );

  -- Who read what somebody said: one row a person, with the first and the last time.
  CREATE TABLE feedback_view (
    ${tenant},
    feedback_id uuid NOT NULL,
    person_id uuid NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, feedback_id, person_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );

  -- Until when the reporter knows of what was done; what moves later is news.
  ALTER TABLE reporter
    ADD COLUMN wants_news boolean NOT NULL DEFAULT true,
    ADD COLUMN told_at timestamptz NOT NULL DEFAULT now();
  ALTER TABLE action ADD COLUMN moved_at timestamptz NOT NULL DEFAULT now();
  -- The last that I logged, on the home page.
  CREATE INDEX feedback_logged ON feedback (organization_id, created_by, received_on DESC, id DESC);
  CREATE INDEX action_moved ON action (organization_id, moved_at);`;
