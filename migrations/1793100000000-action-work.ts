import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = [
  'action_contributor',
  'action_step',
  'action_evidence',
  'action_comment',
  'action_mention',
];

/** The work on an action: who helps, its steps, what proves it, what is said about it. */
export class ActionWork1793100000000 implements MigrationInterface {
  name = 'ActionWork1793100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(files);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON action_step, action_comment TO boucle_app;
      GRANT SELECT, INSERT, DELETE ON action_contributor TO boucle_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON action_evidence, action_mention TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM attachment WHERE action_id IS NOT NULL;
      ALTER TABLE attachment DROP CONSTRAINT attachment_has_one_owner,
        DROP CONSTRAINT answer_has_feedback, DROP COLUMN action_id,
        ALTER COLUMN feedback_id SET NOT NULL;
      DROP TABLE action_mention, action_comment, action_evidence, action_step, action_contributor`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

// A step that is taken out keeps its row, so that it comes back as it was; a comment that is taken
// back keeps its place and loses its words.
const tables = `
  CREATE TABLE action_contributor (
    ${tenant},
    action_id uuid NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (organization_id, action_id, person_id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person
  );
  CREATE INDEX action_contributor_person
    ON action_contributor (organization_id, person_id, action_id);

  CREATE TABLE action_step (
    ${tenant},
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    position integer NOT NULL,
    title text NOT NULL CHECK (title ~ '\\S'),
    due_on date,
    owner_id uuid,
    done_on date,
    done_by uuid,
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, owner_id) REFERENCES person,
    FOREIGN KEY (organization_id, done_by) REFERENCES person,
    CONSTRAINT step_done_by_somebody CHECK ((done_on IS NULL) = (done_by IS NULL))
  );
  CREATE INDEX action_step_action ON action_step (organization_id, action_id, position);
  CREATE INDEX action_step_owner ON action_step (organization_id, owner_id, action_id)
    WHERE owner_id IS NOT NULL AND removed_at IS NULL;

  CREATE TABLE action_evidence (
    ${tenant},
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    label text NOT NULL CHECK (label ~ '\\S'),
    address text CONSTRAINT link_is_https CHECK (address ~ '^https://[^[:space:]]+$'),
    value numeric,
    unit text,
    day date,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, created_by) REFERENCES person,
    CONSTRAINT link_or_figure CHECK (num_nonnulls(address, value) = 1
      AND (value IS NULL) = (unit IS NULL) AND (value IS NULL) = (day IS NULL))
  );
  CREATE INDEX action_evidence_action ON action_evidence (organization_id, action_id, id);

  CREATE TABLE action_comment (
    ${tenant},
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    author_id uuid NOT NULL,
    body text NOT NULL CHECK (char_length(body) <= 4000),
    created_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    removed_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, author_id) REFERENCES person,
    CONSTRAINT comment_says_something CHECK ((removed_at IS NULL) = (body ~ '\\S'))
  );
  CREATE INDEX action_comment_action ON action_comment (organization_id, action_id, id);

  CREATE TABLE action_mention (
    ${tenant},
    comment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    seen_at timestamptz,
    PRIMARY KEY (organization_id, comment_id, person_id),
    FOREIGN KEY (organization_id, comment_id) REFERENCES action_comment ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person
  );
  CREATE INDEX action_mention_person ON action_mention (organization_id, person_id, comment_id);`;

const files = `
  ALTER TABLE attachment ADD COLUMN action_id uuid,
    ALTER COLUMN feedback_id DROP NOT NULL,
    ADD FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    ADD CONSTRAINT attachment_has_one_owner CHECK (num_nonnulls(feedback_id, action_id) = 1),
    ADD CONSTRAINT answer_has_feedback CHECK (answer_id IS NULL OR feedback_id IS NOT NULL);
  CREATE INDEX attachment_action ON attachment (organization_id, action_id, id)
    WHERE action_id IS NOT NULL;`;
